/** Shows an article no more; its address stays taken, and saving it brings it back (R55). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandProblem } from "../../../ui/command-problem";
import styles from "../administration.module.css";
import { RetireArticleDocument } from "./articles.generated";

export function RetireArticle({ article }: { readonly article: { readonly id: string; readonly revision: number } }) {
  const { formatMessage } = useIntl();
  const command = useCommand(RetireArticleDocument, { done: () => formatMessage({ id: "articles.retire.done" }) });
  const send = () => command.send({ input: { articleId: article.id, revision: article.revision } });
  return (
    <div className={styles.stack}>
      <CommandProblem command={command} />
      <p className={styles.quiet}>
        <FormattedMessage id="articles.retire.text" />
      </p>
      <Button variant="default" loading={command.isBusy} onClick={() => void send()}>
        <FormattedMessage id="articles.retire" />
      </Button>
    </div>
  );
}
