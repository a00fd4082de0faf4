/** Adds an additional contact: a backup for the engineer, who sees the request from then on (R82, R83, R93, E7). */
import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, Radio, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { newIdempotencyKey } from "../../../lib/idempotency-key";
import { fieldError, formProblems, type UserErrorFields, useRefusalText } from "../../../lib/refusal-text";
import { ErrorSummary } from "../../../ui/error-summary";
import { FailureNotice } from "../../../ui/failure-notice";
import { Notice } from "../../../ui/notice";
import { visibleControls } from "../../../ui/visible-controls";
import { type ContactMethod, ShareRequestDocument } from "./contacts.generated";
import styles from "./contacts.module.css";
import { type FreshLink, OneTimeLink } from "./one-time-link";

const EMPTY = { givenName: "", familyName: "", email: "", phone: "", preferredContactMethod: "EMAIL" as ContactMethod };
const FIELDS = [
  { name: "givenName", type: "text", isRequired: true },
  { name: "familyName", type: "text", isRequired: true },
  { name: "email", type: "email", isRequired: true },
  { name: "phone", type: "tel", isRequired: false },
] as const;

interface Outcome {
  readonly isAdded: boolean;
  readonly isInvited: boolean;
  readonly name: string;
  /** For handing over oneself; shown once. */
  readonly link: FreshLink | null;
}

export function AddContactForm({ requestId }: { readonly requestId: string }) {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const ids = useId();
  const [typed, setTyped] = useState(EMPTY);
  const [refusals, setRefusals] = useState<readonly UserErrorFields[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [isInviting, setInviting] = useState(true);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const intention = useRef({ what: "", key: "" });
  const [share, { loading }] = useMutation(ShareRequestDocument);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    setOutcome(null);
    const contact = { ...typed, phone: typed.phone.trim() || null, sendInvitation: isInviting };
    const what = JSON.stringify(contact);
    if (intention.current.what !== what) intention.current = { what, key: newIdempotencyKey() };
    try {
      const { data } = await share({
        variables: { input: { requestId, contacts: [contact], idempotencyKey: intention.current.key } },
      });
      const errors = data?.shareRequest.userErrors ?? [];
      setRefusals(errors);
      if (errors.length > 0 || data === undefined) return;
      const { addedContacts, invitations } = data.shareRequest;
      setOutcome({
        isAdded: addedContacts.length > 0,
        isInvited: isInviting,
        name: `${typed.givenName} ${typed.familyName}`.trim(),
        link: invitations.find((one) => one.contactId === addedContacts[0]?.id) ?? null,
      });
      setTyped(EMPTY);
    } catch (error) {
      setRefusals([]);
      setFailure(error);
    }
  };

  const problems = useMemo(() => formProblems(refusals, ids), [refusals, ids]);
  return (
    <form data-screen-only className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <p className={styles.quiet}>
        <FormattedMessage id="requests.add.text" />
      </p>
      <ErrorSummary problems={problems} />
      {failure !== null && <FailureNotice text={refusalText(failure)} />}
      {outcome !== null && (
        <Notice
          tone={outcome.isAdded ? "good" : "info"}
          isLive
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
        </Notice>
      )}
      <div className={styles.pair}>
        {FIELDS.map(({ name, type, isRequired }) => (
          <TextInput
            key={name}
            id={`${ids}${name}`}
            type={type}
            required={isRequired || (name === "phone" && typed.preferredContactMethod === "PHONE")}
            autoComplete="off"
            maxLength={254}
            label={formatMessage({ id: `requests.contact.${name}` })}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
            error={fieldError(refusals, name)}
          />
        ))}
      </div>
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
      <Checkbox
        label={formatMessage({ id: "contacts.sendInvitation" })}
        description={formatMessage({ id: "contacts.sendInvitation.text" })}
        checked={isInviting}
        onChange={(event) => setInviting(event.currentTarget.checked)}
      />
      <div>
        <Button type="submit" loading={loading}>
          <FormattedMessage id="requests.add.button" />
        </Button>
      </div>
    </form>
  );
}
