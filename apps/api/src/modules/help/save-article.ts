/** An administrator writes or retires an article: under the revision that was seen, with an audit entry (R55). */
import { type Article, type ArticleContent, dayAt, decideArticle, type Result, refuse } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { type IdempotentCommand, once } from "../../kernel/graphql/idempotency.js";
import type { Outcome } from "../../kernel/graphql/payload.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { helpArticles } from "./articles.service.js";
import { type ArticleReads, articleStore, newArticle } from "./storage/article.store.js";
import type { StoredArticle } from "./storage/article.table.js";

export interface ArticleCommand {
  readonly id: string;
  /** What was seen; null: a new article. */
  readonly revision: number | null;
  readonly content: ArticleContent;
}

type Saved = Outcome<{ article: StoredArticle }>;
const CHANGED = refuse("CHANGED_MEANWHILE", ["revision"]);

export const saveArticle = async (
  context: RequestContext,
  { id, revision, content }: ArticleCommand,
  command: IdempotentCommand,
): Promise<Saved> => {
  const decided = decideArticle(id, content, {
    hasFamily: (family) => context.catalogue.topics.has(family),
    hasProblem: (family, { categoryId, problemId }) =>
      context.catalogue.topics
        .get(family)
        ?.categories.find((category) => category.id === categoryId)
        ?.problems.some((problem) => problem.id === problemId) ?? false,
    hasArticle: (other) => context.service(helpArticles).current().has(other),
  });
  if (!decided.ok) return decided;
  const at = context.clock.now();
  const next: Article = {
    ...decided.value,
    id,
    updatedOn: dayAt(at, context.settings.entitlementTimeZone),
    revision: (revision ?? 0) + 1,
  };
  const edited = { at, by: accountOf(context).id };
  return written(context, "article.save", { objectId: next.id, command }, async (tx) => {
    const articles = tx.of(articleStore);
    if (revision === null) {
      const article = newArticle(next, edited);
      return (await articles.insert(article)) ? article : null;
    }
    const article = newArticle(next, edited);
    return (await articles.update(article)) ? article : await nothingThere(articles, id);
  });
};

/** From now on it is shown nowhere; saving it brings it back. @throws RequestError NOT_FOUND */
export const retireArticle = async (context: RequestContext, id: string, revision: number): Promise<Saved> => {
  const at = context.clock.now();
  const before = await context.db.read.of(articleStore).byId(id);
  if (before === null) throw new RequestError("NOT_FOUND");
  const edited = { editedAt: at, editedBy: accountOf(context).id, updatedAt: at };
  const article = { ...before, ...edited, revision: revision + 1, retiredAt: at };
  return written(context, "article.retire", { objectId: id, command: null }, async (tx) =>
    before.revision === revision && (await tx.of(articleStore).update(article)) ? article : null,
  );
};

/** Null: it is there, but another revision. @throws RequestError NOT_FOUND */
const nothingThere = async (articles: ArticleReads, id: string): Promise<null> => {
  if ((await articles.byId(id)) === null) throw new RequestError("NOT_FOUND");
  return null;
};

/** `work` answers null where somebody else was first. */
const written = async (
  context: RequestContext,
  action: "article.save" | "article.retire",
  { objectId, command }: { readonly objectId: string; readonly command: IdempotentCommand | null },
  work: (tx: WriteStores) => Promise<StoredArticle | null>,
): Promise<Saved> => {
  const write = async (tx: WriteStores): Promise<StoredArticle> => {
    const article = await work(tx);
    if (article === null) return tx.abort(CHANGED satisfies Result<never>);
    await tx.of(auditStore).append({
      actorId: accountOf(context).id,
      action,
      objectId,
      details: { revision: article.revision },
      at: context.clock.now(),
    });
    return article;
  };
  const saved = await context.db.transaction(action, async (tx): Promise<Saved> => {
    const article = await (command === null ? write(tx) : once(tx, command, () => write(tx)));
    return { ok: true, value: { article } };
  });
  // The next request of this process sees it, whenever the announcement comes.
  if (saved.ok) await context.service(helpArticles).refresh();
  return saved;
};
