/** Step 4: people who back up the primary contact; every one of them sees the request (R82, R83). */
import { CONTACT_LIMIT } from "@accord/domain";
import { Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFlow } from "../../flow-context";
import { SubmitterWarning } from "../../frame/submitter-warning";
import { ContactFields, NOBODY } from "../primary-contact/contact-fields";
import classes from "./form.module.css";

/** One additional contact, editable in place. */
function Entry({ index }: { readonly index: number }) {
  const { content, change } = useFlow();
  const { formatMessage } = useIntl();
  const contact = content.additionalContacts[index];
  if (!contact) return null;
  const others = content.additionalContacts;
  const name = [contact.givenName, contact.familyName].join(" ").trim() || contact.email;
  const remove = (): void => {
    change({ additionalContacts: others.filter((_, place) => place !== index) });
    document.getElementById("flow-additionalContacts")?.focus();
  };
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
        onChange={(next) => change({ additionalContacts: others.map((one, place) => (place === index ? next : one)) })}
      />
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
        onClick={remove}
      >
        <FormattedMessage id="newRequest.sharing.remove" />
      </Button>
    </fieldset>
  );
}

export function SharingForm() {
  const { content, change } = useFlow();
  const count = content.additionalContacts.length;
  const add = (): void => {
    change({ additionalContacts: [...content.additionalContacts, NOBODY] });
    setTimeout(() => document.getElementById(`flow-additionalContacts-${count}-givenName`)?.focus());
  };
  return (
    <>
      <p className={classes.text}>
        <FormattedMessage id="newRequest.sharing.text" />
      </p>
      <div id="flow-additionalContacts" tabIndex={-1} className={classes.entries}>
        {content.additionalContacts.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own while they are typed
          <Entry key={index} index={index} />
        ))}
      </div>
      {count + 1 < CONTACT_LIMIT ? (
        <div>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            <FormattedMessage id={count === 0 ? "newRequest.sharing.addFirst" : "newRequest.sharing.add"} />
          </Button>
        </div>
      ) : null}
      <SubmitterWarning />
    </>
  );
}
