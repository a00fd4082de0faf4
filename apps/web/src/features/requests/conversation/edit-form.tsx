/** Corrects one's own words while the window is open; the entry then says that it was edited (F42, S23). */

import { Button } from "@mantine/core";
import { type FormEvent, useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { CommandProblem } from "../../../ui/command-problem";
import { EditCommunicationDocument } from "../request-page.generated";
import styles from "./composer.module.css";
import { MarkdownField } from "./markdown-field";

interface Props {
  readonly entryId: string;
  readonly text: string;
  readonly onEnd: () => void;
}

export function EditForm({ entryId, text, onEnd }: Props) {
  const { formatMessage } = useIntl();
  const id = useId();
  const kept = useKept("correction", entryId, { text });
  const cancel = (): void => {
    kept.forget();
    onEnd();
  };
  const command = useCommand(EditCommunicationDocument, {
    fields: ["text"],
    done: () => formatMessage({ id: "conversation.edited.done" }),
    onDone: cancel,
  });
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (kept.typed.text === text) return onEnd();
    await command.send({ input: { entryId, ...kept.typed } });
  };
  return (
    <form className={styles.edit} onSubmit={(event) => void submit(event)} noValidate>
      <CommandProblem command={command} />
      <MarkdownField
        id={id}
        hasFocus
        label={formatMessage({ id: "conversation.edit.label" })}
        text={kept.field("text")}
        onSubmit={() => void submit()}
        onEscape={onEnd}
        error={command.errorOf("text")}
      />
      <div className={styles.foot}>
        <Button variant="default" onClick={cancel}>
          <FormattedMessage id="ui.cancel" />
        </Button>
        <Button type="submit" loading={command.isBusy}>
          <FormattedMessage id="ui.save" />
        </Button>
      </div>
    </form>
  );
}
