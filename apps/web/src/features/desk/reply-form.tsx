/** A kept reply is written or changed: title, Markdown with variables, language, and for leads whether the whole desk has it (F54). */

import { REPLY_VARIABLES } from "@accord/domain";
import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { useKept } from "../../lib/kept/use-kept";
import {
  CODE_OF_LANGUAGE,
  LANGUAGE_NAMES,
  LANGUAGE_OF_CODE,
  LANGUAGES,
  type Language,
  useLanguage,
} from "../../lib/language";
import { Textarea } from "../../lib/textarea";
import { CommandProblem } from "../../ui/command-problem";
import { CannedRepliesDocument, type KeptReplyFragment, SaveCannedReplyDocument } from "./pane.generated";
import styles from "./pane.module.css";

interface Props {
  /** Null: a new one. */
  readonly reply: KeptReplyFragment | null;
  readonly isLead: boolean;
  readonly onEnd: () => void;
}

export function ReplyForm({ reply, isLead, onEnd }: Props) {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const kept = useKept("cannedReply", reply?.id ?? "new", {
    title: reply?.title ?? "",
    text: reply?.text ?? "",
    language: reply === null ? language : LANGUAGE_OF_CODE[reply.language],
    isShared: reply?.isShared ?? false,
  });
  const { typed } = kept;
  const command = useCommand(SaveCannedReplyDocument, {
    refetchQueries: [CannedRepliesDocument],
    awaitRefetchQueries: true,
    fields: ["title", "text", "language"],
    done: (_answer, { input }) => formatMessage({ id: "pane.replies.saved" }, { title: input.title }),
    onDone: () => {
      kept.forget();
      onEnd();
    },
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await command.sendKeyed({ id: reply?.id ?? null, ...typed, language: CODE_OF_LANGUAGE[typed.language] });
  };
  const cancel = (): void => {
    kept.forget();
    onEnd();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <CommandProblem command={command} />
      <TextInput
        required
        autoFocus
        maxLength={200}
        label={formatMessage({ id: "pane.replies.title" })}
        value={typed.title}
        onChange={(event) => kept.change({ title: event.currentTarget.value })}
        error={command.errorOf("title")}
      />
      <Textarea
        required
        rows={6}
        resize="vertical"
        maxLength={20_000}
        label={formatMessage({ id: "pane.replies.text" })}
        description={formatMessage(
          { id: "pane.replies.variables" },
          { names: REPLY_VARIABLES.map((name) => `{{${name}}}`).join(" ") },
        )}
        text={kept.field("text")}
        error={command.errorOf("text")}
      />
      <NativeSelect
        label={formatMessage({ id: "pane.replies.language" })}
        value={typed.language}
        data={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
        onChange={(event) => kept.change({ language: event.currentTarget.value as Language })}
        error={command.errorOf("language")}
      />
      {isLead && (
        <Checkbox
          label={formatMessage({ id: "pane.replies.forAll" })}
          checked={typed.isShared}
          onChange={(event) => kept.change({ isShared: event.currentTarget.checked })}
        />
      )}
      <div className={styles.row}>
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
