/** Articles that may solve it now, while somebody types what is wrong (R5, F62); a search that fails is in nobody's way. */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { FormattedMessage, useIntl } from "react-intl";
import { KEEPS_PAGE } from "../../lib/client";
import { useCommand } from "../../lib/commands/use-command";
import { CommandProblem } from "../../ui/command-problem";
import { Disclosure } from "../../ui/disclosure";
import { LiveRegion } from "../../ui/live-region";
import { Prose } from "../../ui/prose";
import { ArticleSuggestionsDocument, type ArticleSuggestionsQuery, MarkSolvedDocument } from "./help.generated";
import styles from "./help.module.css";

interface Solving {
  /** What has to be kept before the draft may go. */
  readonly prepare: () => Promise<unknown>;
  /** Once it is said and the draft is gone. */
  readonly finish: () => unknown;
  /** The page that tells so. */
  readonly leadsTo: string;
}

interface Props {
  /** What was typed so far. */
  readonly text: string;
  /** Only articles about these products; null: whatever is found. */
  readonly family: string | null;
  readonly productVersionId: string | null;
  readonly categoryId: string | null;
  readonly problemId: string | null;
  /** The unfinished request that a solved problem makes needless; null: there is none. */
  readonly draftId?: string | null;
  /** Offers "It solved my problem"; without it nothing is offered. */
  readonly solving?: Solving;
}

const PAUSE_MS = 300;
const SHORTEST = 3;

export default function ArticleSuggestions({ text, draftId = null, solving, family, ...chosen }: Props) {
  const { formatMessage } = useIntl();
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS);
  const isAsking = asked.length >= SHORTEST || chosen.problemId !== null;
  const { data, previousData } = useQuery(ArticleSuggestionsDocument, {
    variables: { text: asked, family, ...chosen },
    skip: !isAsking,
  });
  const articles = isAsking ? ((data ?? previousData)?.searchArticles.articles ?? []) : [];
  return (
    <>
      <LiveRegion>
        {articles.length === 0 ? "" : formatMessage({ id: "help.suggestions.count" }, { count: articles.length })}
      </LiveRegion>
      {articles.length > 0 && (
        <section className={styles.suggestions}>
          <h2>
            <FormattedMessage id="help.suggestions" />
          </h2>
          {articles.map((article) => (
            <Disclosure key={article.id} summary={article.title}>
              <Prose markdown={article.body} isArticle />
              {solving !== undefined && (
                <Solved article={article} draftId={draftId} solving={solving} chosen={chosen} />
              )}
            </Disclosure>
          ))}
        </section>
      )}
    </>
  );
}

interface SolvedProps {
  readonly article: ArticleSuggestionsQuery["searchArticles"]["articles"][number];
  readonly draftId: string | null;
  readonly solving: Solving;
  readonly chosen: Pick<Props, "productVersionId" | "categoryId" | "problemId">;
}

function Solved({ article, draftId, solving, chosen }: SolvedProps) {
  const { formatMessage } = useIntl();
  const command = useCommand(MarkSolvedDocument, {
    context: KEEPS_PAGE,
    done: ({ deletedDraftId }) => ({
      text: formatMessage({ id: deletedDraftId === null ? "help.solved.doneWithout" : "help.solved.done" }),
      on: solving.leadsTo,
    }),
    onDone: solving.finish,
  });
  const send = async (): Promise<void> => {
    await solving.prepare();
    await command.sendKeyed({ articleId: article.id, draftId, ...chosen });
  };
  return (
    <>
      <Button variant="default" loading={command.isBusy} onClick={() => void send()}>
        <FormattedMessage id="help.solved" />
      </Button>
      <CommandProblem command={command} onRetry={send} />
    </>
  );
}
