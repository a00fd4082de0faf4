/** Adds an additional contact by an address; the rest is there for whoever wants it (R82, R83, R93, E7). */
import { joinName } from "@accord/domain";
import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { FormProblems, useFormFields } from "../../../lib/commands/form-fields";
import { useCommand } from "../../../lib/commands/use-command";
import { EarlierPeople } from "../../../lib/earlier-contacts/earlier-people";
import { Disclosure } from "../../../ui/disclosure";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { visibleControls } from "../../../ui/visible-controls";
import { type ContactMethod, ShareRequestDocument } from "./contacts.generated";
import styles from "./contacts.module.css";
import { type FreshLink, OneTimeLink } from "./one-time-link";

const EMPTY = { givenName: "", familyName: "", email: "", phone: "", preferredContactMethod: "EMAIL" as ContactMethod };
const INVITED = { ...EMPTY, sendInvitation: true };
const FIELDS = [
  { name: "email", type: "email" },
  { name: "givenName", type: "text" },
  { name: "familyName", type: "text" },
  { name: "phone", type: "tel" },
] as const;
const [ADDRESS, ...REST] = FIELDS;

interface Outcome {
  readonly isAdded: boolean;
  readonly isInvited: boolean;
  readonly name: string;
  /** For handing over oneself; shown once. */
  readonly link: FreshLink | null;
}

interface Props {
  readonly requestId: string;
  /** Addresses of who is there already. */
  readonly taken: readonly string[];
}

export function AddContactForm({ requestId, taken }: Props) {
  const { formatMessage } = useIntl();
  const form = useForm({ initialValues: INVITED });
  const typed = form.values;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const command = useCommand(ShareRequestDocument, {
    fields: FIELDS.map(({ name }) => name),
    done: null,
    onDone: ({ addedContacts, invitations }) => {
      setOutcome({
        isAdded: addedContacts.length > 0,
        isInvited: typed.sendInvitation,
        name: joinName(addedContacts[0] ?? typed) || typed.email,
        link: invitations.find((one) => one.contactId === addedContacts[0]?.id) ?? null,
      });
      // Whether to invite is chosen for the next as well.
      form.setValues(EMPTY);
    },
  });

  const fields = useFormFields(command);
  const submit = async (contact: typeof typed): Promise<void> => {
    setOutcome(null);
    await command.sendKeyed({ requestId, contacts: [{ ...contact, phone: contact.phone.trim() || null }] });
  };
  const isRestWrong = REST.some(({ name }) => command.errorOf(name) !== undefined);
  const field = ({ name, type }: (typeof FIELDS)[number]) => (
    <TextInput
      key={name}
      type={type}
      required={name === "email" || (name === "phone" && typed.preferredContactMethod === "PHONE")}
      autoComplete="off"
      maxLength={254}
      label={formatMessage({ id: `requests.contact.${name}` })}
      {...form.getInputProps(name)}
      {...fields.at(name)}
    />
  );
  return (
    <form data-screen-only className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
      <p className={styles.quiet}>
        <FormattedMessage id="requests.add.text" />
      </p>
      <FormProblems command={command} fields={fields} />
      {outcome !== null && (
        <OutcomeNotice
          tone={outcome.isAdded ? "good" : "info"}
          times={command.timesDone}
          title={
            <FormattedMessage
              id={outcome.isAdded ? "requests.added" : "requests.alreadyThere"}
              values={{ name: visibleControls(outcome.name) }}
            />
          }
        >
          {outcome.isAdded && outcome.isInvited && (
            <p>
              <FormattedMessage id="contacts.added.invited" />
            </p>
          )}
          {outcome.link !== null && <OneTimeLink link={outcome.link} />}
        </OutcomeNotice>
      )}
      {field(ADDRESS)}
      <EarlierPeople
        taken={[...taken, typed.email]}
        onChoose={({ givenName, familyName, email, phone, preferredContactMethod }) =>
          form.setValues({ givenName, familyName, email, phone: phone ?? "", preferredContactMethod })
        }
      />
      <Disclosure
        // What is to be mended is never folded away.
        key={String(isRestWrong)}
        isPlain
        isOpen={isRestWrong || undefined}
        summary={
          <FormattedMessage
            id="people.more"
            values={{ hasName: joinName(typed) === "" ? "no" : "yes", name: joinName(typed) }}
          />
        }
      >
        <div className={styles.pair}>{REST.map(field)}</div>
        <Radio.Group label={formatMessage({ id: "profile.method" })} {...form.getInputProps("preferredContactMethod")}>
          <div className={styles.choices}>
            <Radio value="EMAIL" label={formatMessage({ id: "profile.method.EMAIL" })} />
            <Radio value="PHONE" label={formatMessage({ id: "profile.method.PHONE" })} />
          </div>
        </Radio.Group>
      </Disclosure>
      <Checkbox
        label={formatMessage({ id: "contacts.sendInvitation" })}
        description={formatMessage({ id: "contacts.sendInvitation.text" })}
        {...form.getInputProps("sendInvitation", { type: "checkbox" })}
      />
      <div>
        <Button type="submit" loading={command.isBusy}>
          <FormattedMessage id="requests.add.button" />
        </Button>
      </div>
    </form>
  );
}
