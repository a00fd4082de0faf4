/** 24/7 support, inside the critical choice that offers it: what it asks of the customer, and who can be reached at night (R69, S3, F35). */
import { joinName } from "@accord/domain";
import { Checkbox } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import { useFlow } from "../../flow-context";
import classes from "./severity-fields.module.css";

/** The people of the request, with the numbers to call; somebody without one cannot be called at night. */
function NightPeople() {
  const { primaryContact, additionalContacts } = useFlow().content;
  const people = [...(primaryContact ? [primaryContact] : []), ...additionalContacts].filter(({ email }) => email);
  const canCall = people.some(({ phone }) => phone !== null && phone.trim() !== "");
  return (
    <div className={classes.night}>
      <p>
        <FormattedMessage id="newRequest.night" />
      </p>
      <ul>
        {people.map((person) => (
          <li key={person.email}>
            {joinName(person) || person.email} ·{" "}
            {person.phone?.trim() || <FormattedMessage id="newRequest.night.noPhone" />}
          </li>
        ))}
      </ul>
      <p>
        <FormattedMessage id={canCall ? "newRequest.night.change" : "newRequest.night.needsPhone"} />
      </p>
    </div>
  );
}

export function Support24x7({ commitment }: { readonly commitment: string }) {
  const { content, change, errorOf } = useFlow();
  return (
    <div className={classes.inside}>
      <Checkbox
        id="flow-support24x7"
        size="md"
        label={<FormattedMessage id="newRequest.support24x7" />}
        description={commitment}
        error={errorOf("flow-support24x7")}
        checked={content.support24x7}
        onChange={(event) => change({ support24x7: event.target.checked })}
      />
      {content.support24x7 && <NightPeople />}
    </div>
  );
}
