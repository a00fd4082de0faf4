/** A text in Markdown: a few buttons for what people use, the keys for it, and how it will look (F42). */
import { ActionIcon, UnstyledButton } from "@mantine/core";
import { useMergedRef } from "@mantine/hooks";
import { IconBold, IconCode, IconLink, IconList, IconQuote } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, type Ref, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { KeptText } from "../../../lib/kept/use-kept";
import { SecretWarning } from "../../../lib/secrets/secret-warning";
import { Textarea } from "../../../lib/textarea";
import { MessageText } from "../../../ui/message-text";
import styles from "./composer.module.css";
import { applyTool, type Tool } from "./markdown-tools";

const TOOLS = [
  { tool: "bold", Icon: IconBold },
  { tool: "code", Icon: IconCode },
  { tool: "link", Icon: IconLink },
  { tool: "list", Icon: IconList },
  { tool: "quote", Icon: IconQuote },
] as const satisfies readonly { tool: Tool; Icon: typeof IconBold }[];

const VIEWS = ["write", "preview"] as const;
/** The longest text of a communication. */
export const LONGEST = 20_000;
const NEARLY = 18_000;

interface Props {
  readonly id: string;
  readonly label: string;
  readonly text: KeptText;
  /** Ctrl+Enter, or Command+Enter. */
  readonly onSubmit: () => void;
  readonly onEscape?: () => void;
  readonly error?: string;
  readonly placeholder?: string;
  readonly hasFocus?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly children?: ReactNode;
}

export function MarkdownField(props: Props) {
  const { id, label, text, onSubmit, onEscape, error, placeholder, hasFocus, ref, children } = props;
  const { formatMessage } = useIntl();
  const { value, onChange } = text;
  const [isPreview, setPreview] = useState(false);
  const own = useRef<HTMLTextAreaElement>(null);
  const merged = useMergedRef(own, ref ?? null);

  const use = (tool: Tool): void => {
    const field = own.current;
    if (field === null) return;
    const next = applyTool(tool, field.value, field.selectionStart, field.selectionEnd);
    onChange(next.text);
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(next.start, next.end);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
      event.preventDefault();
      onSubmit();
    } else if (event.key === "Escape") onEscape?.();
  };
  return (
    <div className={styles.field}>
      <div className={styles.bar}>
        <div className={styles.views}>
          {VIEWS.map((view) => (
            <UnstyledButton
              key={view}
              className={styles.view}
              aria-pressed={isPreview === (view === "preview")}
              onClick={() => setPreview(view === "preview")}
            >
              <FormattedMessage id={`conversation.${view}`} />
            </UnstyledButton>
          ))}
        </div>
        {!isPreview && (
          <div className={styles.tools}>
            {TOOLS.map(({ tool, Icon }) => (
              <ActionIcon
                key={tool}
                variant="subtle"
                color="gray"
                size={32}
                aria-label={formatMessage({ id: `conversation.tool.${tool}` })}
                title={formatMessage({ id: `conversation.tool.${tool}` })}
                onClick={() => use(tool)}
              >
                <Icon size={18} />
              </ActionIcon>
            ))}
          </div>
        )}
      </div>
      {isPreview ? (
        <div className={styles.preview}>
          {value.trim() === "" ? (
            <p className={styles.quiet}>
              <FormattedMessage id="conversation.preview.nothing" />
            </p>
          ) : (
            <MessageText markdown={value} />
          )}
        </div>
      ) : (
        <Textarea
          id={id}
          ref={merged}
          aria-label={label}
          classNames={{ input: styles.input }}
          rows={4}
          resize="vertical"
          dir="auto"
          maxLength={LONGEST}
          data-autofocus={hasFocus || undefined}
          autoFocus={hasFocus}
          placeholder={placeholder}
          text={text}
          onKeyDown={onKeyDown}
          error={error}
        />
      )}
      {value.length > NEARLY && (
        <p className={styles.quiet} role="status">
          <FormattedMessage id="conversation.lengthLeft" values={{ left: LONGEST - value.length }} />
        </p>
      )}
      <SecretWarning text={value} onMask={onChange} />
      {children}
    </div>
  );
}
