/** Asks the contacts of a request to be let in, by its number; the answer never tells whether there is such a request (R84, R95, F46). */

import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { articlePage } from "../../lib/articles";
import { FormProblems, useFormFields } from "../../lib/commands/form-fields";
import { useCommand } from "../../lib/commands/use-command";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { Page } from "../../ui/page";
import { visibleControls } from "../../ui/visible-controls";
import { AskForAccessDocument } from "./invitations.generated";
import styles from "./invitations.module.css";

export default function AskAccessPage() {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const form = useForm({ initialValues: { number: "" } });
  const [asked, setAsked] = useState<string | null>(null);
  const command = useCommand(AskForAccessDocument, {
    fields: ["number"],
    done: null,
    onDone: (_answer, { input }) => {
      setAsked(input.number);
      form.reset();
    },
  });
  const fields = useFormFields(command);
  const submit = async ({ number }: typeof form.values): Promise<void> => {
    setAsked(null);
    // Numbers are read out in groups, and pasted with whatever stands around them.
    await command.sendKeyed({ number: number.replace(/\D/g, "") });
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
      <FormProblems command={command} fields={fields} />
      <Card>
        <form className={styles.form} onSubmit={form.onSubmit(submit)} noValidate>
          <TextInput
            required
            inputMode="numeric"
            autoComplete="off"
            maxLength={40}
            className={styles.narrow}
            label={formatMessage({ id: "invitations.ask.number" })}
            description={formatMessage({ id: "invitations.ask.number.hint" })}
            {...form.getInputProps("number")}
            {...fields.at("number")}
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
