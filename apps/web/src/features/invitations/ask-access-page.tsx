/** Asks the contacts of a request to be let in, by its number; the answer never tells whether there is such a request (R84, R95, F46). */

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useId, useMemo, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { useCommand } from "../../lib/commands/use-command";
import { fieldError, formProblems } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { CommandProblem } from "../../ui/command-problem";
import { ErrorSummary } from "../../ui/error-summary";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { Page } from "../../ui/page";
import { visibleControls } from "../../ui/visible-controls";
import { AskForAccessDocument } from "./invitations.generated";
import styles from "./invitations.module.css";

export default function AskAccessPage() {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const ids = useId();
  const [number, setNumber] = useState("");
  const [asked, setAsked] = useState<string | null>(null);
  const command = useCommand(AskForAccessDocument, {
    fields: ["number"],
    done: null,
    onDone: (_answer, { input }) => {
      setAsked(input.number);
      setNumber("");
    },
  });
  const problems = useMemo(() => formProblems(command.refusals, ids), [command.refusals, ids]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(null);
    // Numbers are read out in groups, and pasted with whatever stands around them.
    await command.send({ input: { number: number.replace(/\D/g, "") } });
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
        <OutcomeNotice
          tone="info"
          times={command.timesDone}
          title={<FormattedMessage id="invitations.ask.done" values={{ number: asked }} />}
        >
          <p>
            <FormattedMessage id="invitations.ask.done.text" values={{ email: visibleControls(account.email) }} />
          </p>
        </OutcomeNotice>
      )}
      <ErrorSummary problems={problems} />
      {command.failure !== null && <CommandProblem command={command} />}
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
            error={fieldError(command.refusals, "number")}
          />
          <div>
            <Button type="submit" loading={command.isBusy}>
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
