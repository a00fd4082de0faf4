/** Asks the contacts of a request to be let in, by its number; the answer never tells whether there is such a request (R84, R95, F46). */
import { useMutation } from "@apollo/client/react";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { fieldError, formProblems, type UserErrorFields, useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { ErrorSummary } from "../../ui/error-summary";
import { FailureNotice } from "../../ui/failure-notice";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { visibleControls } from "../../ui/visible-controls";
import { AskForAccessDocument } from "./invitations.generated";
import styles from "./invitations.module.css";

export default function AskAccessPage() {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const refusalText = useRefusalText();
  const ids = useId();
  const [number, setNumber] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  const [refusals, setRefusals] = useState<readonly UserErrorFields[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  const [ask, { loading }] = useMutation(AskForAccessDocument);
  const problems = useMemo(() => formProblems(refusals, ids), [refusals, ids]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    setAsked(null);
    // Numbers are read out in groups, and pasted with whatever stands around them.
    const digits = number.replace(/\D/g, "");
    try {
      const { data } = await ask({ variables: { input: { number: digits } } });
      const errors = data?.askForAccess.userErrors ?? [];
      setRefusals(errors);
      if (errors.length > 0) return;
      setAsked(digits);
      setNumber("");
    } catch (error) {
      setRefusals([]);
      setFailure(error);
    }
  };
  return (
    <Page
      isText
      back={
        <Link to="/requests">
          <FormattedMessage id="requests.title" />
        </Link>
      }
      title={formatMessage({ id: "invitations.ask" })}
      lead={<FormattedMessage id="invitations.ask.lead" />}
    >
      {asked !== null && (
        <Notice tone="info" isLive title={<FormattedMessage id="invitations.ask.done" values={{ number: asked }} />}>
          <p>
            <FormattedMessage id="invitations.ask.done.text" values={{ email: visibleControls(account.email) }} />
          </p>
        </Notice>
      )}
      <ErrorSummary problems={problems} />
      {failure !== null && <FailureNotice text={refusalText(failure)} />}
      <Card>
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
          <TextInput
            id={`${ids}number`}
            required
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            className={styles.narrow}
            label={formatMessage({ id: "invitations.ask.number" })}
            description={formatMessage({ id: "invitations.ask.number.hint" })}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
            error={fieldError(refusals, "number")}
          />
          <div>
            <Button type="submit" loading={loading}>
              <FormattedMessage id="invitations.ask.button" />
            </Button>
          </div>
        </form>
      </Card>
      <p>
        <Link to={articlePage("shareRequest")}>
          <FormattedMessage id="requests.gone.more" />
        </Link>
      </p>
    </Page>
  );
}
