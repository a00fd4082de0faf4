/** Adds an additional contact by an address; the rest is there for whoever wants it (R82, R83, R93, E7). */
import { joinName } from "@accord/domain";
import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { EarlierPeople } from "../../../lib/earlier-contacts/earlier-people";
import { fieldError, formProblems } from "../../../lib/refusal-text";
import { CommandProblem } from "../../../ui/command-problem";
import { Disclosure } from "../../../ui/disclosure";
import { ErrorSummary } from "../../../ui/error-summary";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { visibleControls } from "../../../ui/visible-controls";
import { type ContactMethod, ShareRequestDocument } from "./contacts.generated";
import styles from "./contacts.module.css";
import { type FreshLink, OneTimeLink } from "./one-time-link";

const EMPTY = { givenName: "", familyName: "", email: "", phone: "", preferredContactMethod: "EMAIL" as ContactMethod };
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
  const ids = useId();
  const [typed, setTyped] = useState(EMPTY);
  const [isInviting, setInviting] = useState(true);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const command = useCommand(ShareRequestDocument, {
    fields: FIELDS.map(({ name }) => name),
    done: null,
    onDone: ({ addedContacts, invitations }) => {
      setOutcome({
        isAdded: addedContacts.length > 0,
        isInvited: isInviting,
        name: joinName(addedContacts[0] ?? typed) || typed.email,
        link: invitations.find((one) => one.contactId === addedContacts[0]?.id) ?? null,
      });
      setTyped(EMPTY);
    },
  });

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setOutcome(null);
    const contact = { ...typed, phone: typed.phone.trim() || null, sendInvitation: isInviting };
    await command.sendKeyed({ requestId, contacts: [contact] });
  };

  const problems = useMemo(() => formProblems(command.refusals, ids), [command.refusals, ids]);
  const isRestWrong = REST.some(({ name }) => fieldError(command.refusals, name) !== undefined);
  const field = ({ name, type }: (typeof FIELDS)[number]) => (
    <TextInput
      key={name}
      id={`${ids}${name}`}
      type={type}
      required={name === "email" || (name === "phone" && typed.preferredContactMethod === "PHONE")}
      autoComplete="off"
      maxLength={254}
      label={formatMessage({ id: `requests.contact.${name}` })}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      error={fieldError(command.refusals, name)}
    />
  );
  return (
    <form data-screen-only className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.quiet}>
        <FormattedMessage id="requests.add.text" />
      </p>
      <ErrorSummary problems={problems} />
      {command.failure !== null && <CommandProblem command={command} />}
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
          setTyped({ givenName, familyName, email, phone: phone ?? "", preferredContactMethod })
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
        <Radio.Group
          label={formatMessage({ id: "profile.method" })}
          value={typed.preferredContactMethod}
          onChange={(value) => setTyped({ ...typed, preferredContactMethod: value === "PHONE" ? "PHONE" : "EMAIL" })}
        >
          <div className={styles.choices}>
            <Radio value="EMAIL" label={formatMessage({ id: "profile.method.EMAIL" })} />
            <Radio value="PHONE" label={formatMessage({ id: "profile.method.PHONE" })} />
          </div>
        </Radio.Group>
      </Disclosure>
      <Checkbox
        label={formatMessage({ id: "contacts.sendInvitation" })}
        description={formatMessage({ id: "contacts.sendInvitation.text" })}
        checked={isInviting}
        onChange={(event) => setInviting(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit" loading={command.isBusy}>
          <FormattedMessage id="requests.add.button" />
        </Button>
      </div>
    </form>
  );
}
