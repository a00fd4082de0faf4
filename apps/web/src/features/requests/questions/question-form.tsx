/** A title and a question: neither product nor plan, and no incident (R99). */
import { TEXT_RULES } from "@accord/domain";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { FormProblems, useFormFields } from "../../../lib/commands/form-fields";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { useKept } from "../../../lib/kept/use-kept";
import { SecretWarning } from "../../../lib/secrets/secret-warning";
import { Textarea } from "../../../lib/textarea";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { DropTyped } from "../../../ui/drop-typed";
import { LinkButton } from "../../../ui/link-button";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { visibleControls } from "../../../ui/visible-controls";
import { AskGeneralQuestionDocument, type AskGeneralQuestionMutation } from "./questions.generated";
import styles from "./questions.module.css";

type Asked = NonNullable<AskGeneralQuestionMutation["createGeneralQuestion"]["request"]>;

const FIELDS = ["title", "description"];

export function QuestionForm({ topicId }: { readonly topicId: string }) {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const kept = useKept("question", topicId, { title: "", description: "" });
  const [asked, setAsked] = useState<Asked | null>(null);
  const command = useCommand(AskGeneralQuestionDocument, {
    fields: FIELDS,
    done: null,
    onDone: ({ request }) => {
      kept.forget();
      setAsked(request);
    },
  });
  const fields = useFormFields(command);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await command.sendKeyed({ topicId, ...kept.typed });
  };
  if (asked !== null) return <Confirmation asked={asked} times={command.timesDone} />;
  return (
    <>
      <FormProblems command={command} fields={fields} />
      <Card title={<FormattedMessage id="questions.form" />}>
        <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
          <TextInput
            required
            autoComplete="off"
            maxLength={TEXT_RULES.title.max}
            label={formatMessage({ id: "questions.form.title" })}
            value={kept.typed.title}
            onChange={(event) => kept.change({ title: event.currentTarget.value })}
            {...fields.at("title")}
          />
          <div>
            <Textarea
              required
              rows={6}
              label={formatMessage({ id: "questions.form.description" })}
              description={formatMessage({ id: "questions.form.description.hint" })}
              text={kept.field("description")}
              {...fields.at("description")}
            />
            <SecretWarning text={kept.typed.description} onMask={(description) => kept.change({ description })} />
          </div>
          <p className={styles.quiet}>
            <FormattedMessage id="questions.form.who" values={{ email: visibleControls(account.email) }} />
          </p>
          <div className={styles.buttons}>
            <Button type="submit" loading={command.isBusy}>
              <FormattedMessage id="questions.form.send" />
            </Button>
            <DropTyped kept={kept} />
          </div>
        </form>
      </Card>
    </>
  );
}

function Confirmation({ asked, times }: { readonly asked: Asked; readonly times: number }) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  return (
    <OutcomeNotice times={times} title={<FormattedMessage id="questions.done" values={{ number: asked.number }} />}>
      <p>
        <FormattedMessage id="questions.done.free" />
      </p>
      <p>
        <FormattedMessage
          id="questions.done.due"
          values={{
            due: format.due(asked.firstResponseDueAt, zone),
            email: visibleControls(asked.primaryContact.email),
          }}
        />
      </p>
      <p>
        <LinkButton to={`/requests/${asked.id}`}>
          <FormattedMessage id="questions.done.open" />
        </LinkButton>
      </p>
    </OutcomeNotice>
  );
}
