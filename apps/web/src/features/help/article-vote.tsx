/** Whether an article helped: one answer of an account, which may change (F62). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../lib/commands/use-command";
import { CommandProblem } from "../../ui/command-problem";
import { type ArticleQuery, RateArticleDocument } from "./help.generated";
import styles from "./help.module.css";

const ANSWERS = [true, false] as const;

export function ArticleVote({
  article,
}: {
  readonly article: Pick<ArticleQuery["article"], "id" | "myVote" | "votes">;
}) {
  const { formatMessage } = useIntl();
  const command = useCommand(RateArticleDocument, { done: () => formatMessage({ id: "help.ask.thanks" }) });
  const { votes } = article;
  const countOf = (isHelpful: boolean): string =>
    votes === null ? "" : ` (${isHelpful ? votes.helpful : votes.notHelpful})`;
  return (
    <fieldset className={styles.vote}>
      <legend>
        <FormattedMessage id="help.ask" />
      </legend>
      {ANSWERS.map((isHelpful) => (
        <Button
          key={String(isHelpful)}
          variant={article.myVote === isHelpful ? "light" : "default"}
          aria-pressed={article.myVote === isHelpful}
          disabled={command.isBusy}
          onClick={() => void command.send({ input: { articleId: article.id, isHelpful } })}
        >
          <FormattedMessage id={isHelpful ? "help.ask.yes" : "help.ask.no"} />
          {countOf(isHelpful)}
        </Button>
      ))}
      <CommandProblem command={command} />
    </fieldset>
  );
}
