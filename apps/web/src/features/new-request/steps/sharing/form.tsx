/** Step 4: people who back up the primary contact, each by an address; every one of them sees the request (R82, R83). */
import { CONTACT_LIMIT, type ContactDetails } from "@accord/domain";
import { Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { EarlierPeople } from "../../../../lib/earlier-contacts/earlier-people";
import { useFlow } from "../../flow-context";
import { SubmitterWarning } from "../../frame/submitter-warning";
import { ContactFields, NOBODY } from "../primary-contact/contact-fields";
import { contactOfEarlier } from "../primary-contact/contact-of-earlier";
import classes from "./form.module.css";

interface EntryProps {
  readonly index: number;
  readonly contact: ContactDetails;
  readonly onChange: (contact: ContactDetails) => void;
  /** Left out while there is nothing to remove. */
  readonly onRemove?: () => void;
}

/** One additional contact, editable in place. */
function Entry({ index, contact, onChange, onRemove }: EntryProps) {
  const { formatMessage } = useIntl();
  const name = [contact.givenName, contact.familyName].join(" ").trim() || contact.email;
  return (
    <fieldset className={classes.entry}>
      <legend className={classes.legend}>
        <FormattedMessage
          id={contact.isSelf ? "newRequest.sharing.me" : "newRequest.sharing.entry"}
          values={{ number: index + 1 }}
        />
      </legend>
      <ContactFields
        path={["additionalContacts", String(index)]}
        contact={contact}
        isAddressEnough
        onChange={onChange}
      />
      {onRemove && (
        <Button
          className={classes.remove}
          variant="subtle"
          size="compact-md"
          color="red"
          leftSection={<IconX size={16} aria-hidden />}
          aria-label={formatMessage(
            { id: "newRequest.sharing.removeName" },
            { name: name || formatMessage({ id: "newRequest.sharing.entry" }, { number: index + 1 }) },
          )}
          onClick={onRemove}
        >
          <FormattedMessage id="newRequest.sharing.remove" />
        </Button>
      )}
    </fieldset>
  );
}

export function SharingForm() {
  const { content, change } = useFlow();
  const kept = content.additionalContacts;
  // One empty field stands there to begin with; it is kept once something is typed.
  const shown = kept.length === 0 ? [NOBODY] : kept;
  const put = (place: number) => (contact: ContactDetails) =>
    change({ additionalContacts: shown.map((one, at) => (at === place ? contact : one)) });
  const remove = (place: number) => (): void => {
    change({ additionalContacts: kept.filter((_, at) => at !== place) });
    document.getElementById("flow-additionalContacts")?.focus();
  };
  const add = (): void => {
    change({ additionalContacts: [...shown, NOBODY] });
    setTimeout(() => document.getElementById(`flow-additionalContacts-${shown.length}-email`)?.focus());
  };
  const isTyped = ({ email, givenName, familyName }: ContactDetails): boolean =>
    [email, givenName, familyName].some((text) => text.trim() !== "");
  const canAdd = kept.length + 1 < CONTACT_LIMIT;
  return (
    <>
      <p className={classes.text}>
        <FormattedMessage id="newRequest.sharing.text" />
      </p>
      <div id="flow-additionalContacts" tabIndex={-1} className={classes.entries}>
        {shown.map((contact, index) => (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own while they are typed
            key={index}
            index={index}
            contact={contact}
            onChange={put(index)}
            onRemove={kept.length === 0 ? undefined : remove(index)}
          />
        ))}
      </div>
      {canAdd && (
        <EarlierPeople
          taken={[content.primaryContact?.email ?? "", ...kept.map(({ email }) => email)]}
          onChoose={(person) => change({ additionalContacts: [...kept.filter(isTyped), contactOfEarlier(person)] })}
        />
      )}
      {canAdd && (
        <div>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            <FormattedMessage id="newRequest.sharing.add" />
          </Button>
        </div>
      )}
      <SubmitterWarning />
    </>
  );
}
