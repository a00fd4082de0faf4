/** Step 3: the person the engineer contacts, oneself or somebody else (R80, R81, R84). */
import type { ContactDetails } from "@accord/domain";
import { useRef } from "react";
import { FormattedMessage } from "react-intl";
import { EarlierPeople } from "../../../../lib/earlier-contacts/earlier-people";
import { ownContactOf } from "../../account-of-viewer";
import { useFlow } from "../../flow-context";
import { SubmitterWarning } from "../../frame/submitter-warning";
import plan from "../plan/plan-card.module.css";
import { ContactFields, NOBODY } from "./contact-fields";
import { contactOfEarlier } from "./contact-of-earlier";
import classes from "./form.module.css";

export function PrimaryContactForm() {
  const { content, change, errorOf, start } = useFlow();
  const own = ownContactOf(start.viewer.account);
  const contact = content.primaryContact;
  // What was typed for the other choice comes back with it.
  const setAside = useRef<Record<"self" | "other", ContactDetails>>({ self: own, other: NOBODY });
  const choose = (isSelf: boolean): void => {
    if (contact && contact.isSelf !== isSelf) setAside.current[contact.isSelf ? "self" : "other"] = contact;
    change({ primaryContact: setAside.current[isSelf ? "self" : "other"] });
  };
  const error = errorOf("flow-primaryContact");
  return (
    <fieldset className={plan.group} aria-describedby={error ? "flow-primaryContact-error" : undefined}>
      <legend id="flow-primaryContact" tabIndex={-1} className={plan.legend}>
        <FormattedMessage id="newRequest.primary.who" />
      </legend>
      <div className={classes.choices}>
        {[true, false].map((isSelf) => (
          <label key={String(isSelf)} className={classes.choice}>
            <input
              type="radio"
              name="primary"
              className={plan.radio}
              checked={contact?.isSelf === isSelf}
              onChange={() => choose(isSelf)}
            />
            <FormattedMessage id={isSelf ? "newRequest.primary.me" : "newRequest.primary.other"} />
          </label>
        ))}
      </div>
      {error ? (
        <p id="flow-primaryContact-error" className={plan.error}>
          {error}
        </p>
      ) : null}
      {contact && !contact.isSelf ? (
        <EarlierPeople
          taken={[contact.email, ...content.additionalContacts.map(({ email }) => email)]}
          onChoose={(person) => change({ primaryContact: contactOfEarlier(person) })}
        />
      ) : null}
      {contact ? (
        <ContactFields
          path={["primaryContact"]}
          contact={contact}
          onChange={(primaryContact) => change({ primaryContact })}
        />
      ) : null}
      <p className={plan.none}>
        <FormattedMessage id="newRequest.primary.mail" />
      </p>
      {contact ? <SubmitterWarning /> : null}
    </fieldset>
  );
}
