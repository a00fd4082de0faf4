/** Texts for reuse, and articles to link to, beside the field for writing: chosen, they come with their variables filled in for the request (F54). */
import { useApolloClient, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconChevronDown, IconSettings } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { LANGUAGE_OF_CODE } from "../../lib/language";
import { useWhole, WHOLE } from "../../lib/list/read-whole";
import { type RefusalText, useRefusalText } from "../../lib/refusal-text";
import { FailureNotice } from "../../ui/failure-notice";
import { Notice } from "../../ui/notice";
import { Popup, PopupChoice } from "../../ui/popup";
import { visibleControls } from "../../ui/visible-controls";
import { ArticleLinks, type ReplyTool } from "./article-links";
import { KeptReplies } from "./kept-replies";
import { CannedRepliesDocument, RenderedReplyDocument } from "./pane.generated";
import styles from "./pane.module.css";

interface Props extends ReplyTool {
  readonly requestId: string;
}

export function CannedReplies({ requestId, ...tool }: Props) {
  const { language, onChoose } = tool;
  const { formatMessage } = useIntl();
  const client = useApolloClient();
  const refusalText = useRefusalText();
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<RefusalText | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const kept = useWhole(useQuery(CannedRepliesDocument, WHOLE), (data) => data.workspace.cannedReplies);
  const format = useFormatters();
  const named = format.byName(kept ?? [], ({ title }) => title);
  // Those in the customer's language first.
  const replies = [
    ...named.filter((one) => LANGUAGE_OF_CODE[one.language] === language),
    ...named.filter((one) => LANGUAGE_OF_CODE[one.language] !== language),
  ];
  const choose = async (replyId: string): Promise<void> => {
    setFailure(null);
    try {
      const answer = await client.query({
        query: RenderedReplyDocument,
        variables: { replyId, requestId },
        fetchPolicy: "network-only",
      });
      if (answer.data === undefined) return;
      setUnknown(answer.data.renderedReply.unknown);
      onChoose(answer.data.renderedReply.text);
    } catch (error) {
      setFailure(refusalText(error));
    }
  };
  return (
    <div className={styles.replies}>
      <div className={styles.row}>
        <Popup
          label={formatMessage({ id: "pane.replies" })}
          isFromStart
          buttonClass={styles.choose}
          button={
            <>
              <FormattedMessage id="pane.replies" />
              <IconChevronDown size={18} aria-hidden />
            </>
          }
        >
          {replies.length === 0 && (
            <p className={styles.none}>
              <FormattedMessage id="pane.replies.none" />
            </p>
          )}
          {replies.map((reply) => (
            <PopupChoice key={reply.id} lang={LANGUAGE_OF_CODE[reply.language]} onClick={() => void choose(reply.id)}>
              {visibleControls(reply.title)}{" "}
              <small className={styles.quiet}>
                {LANGUAGE_OF_CODE[reply.language]}
                {reply.isShared && (
                  <>
                    {" · "}
                    <FormattedMessage id="pane.replies.shared" />
                  </>
                )}
              </small>
            </PopupChoice>
          ))}
        </Popup>
        <ArticleLinks {...tool} />
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconSettings size={16} aria-hidden />}
          onClick={() => setKeeping(true)}
        >
          <FormattedMessage id="pane.replies.keep" />
        </Button>
      </div>
      {unknown.length > 0 && (
        <Notice tone="soon" title={<FormattedMessage id="pane.replies.unknown" values={{ count: unknown.length }} />}>
          <p>{unknown.map((name) => `{{${name}}}`).join(", ")}</p>
        </Notice>
      )}
      {failure !== null && <FailureNotice text={failure} />}
      <KeptReplies isOpen={isKeeping} replies={replies} onClose={() => setKeeping(false)} />
    </div>
  );
}
