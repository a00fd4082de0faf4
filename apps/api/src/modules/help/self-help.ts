/** What a reader says of an article: whether it helped, and that it solved the problem without a request (F62, F64). */
import { accept, DAY, dayAt, type ProblemOfFamily, type Result, solvedStateOf } from "@accord/domain";
import { newId, type WriteStores } from "../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../kernel/graphql/context.js";
import { once } from "../../kernel/graphql/idempotency.js";
import { idOf } from "../../kernel/graphql/ids.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import { draftStore } from "../drafts/module.js";
import { helpArticles } from "./articles.service.js";
import { versionWithProblem } from "./chosen-problem.js";
import { dialogueTrees } from "./dialogue/dialogue-trees.js";
import { outcomeStore } from "./storage/outcome.store.js";

/** @throws RequestError NOT_FOUND */
const articleOf = (context: RequestContext, id: string) => {
  const article = context.service(helpArticles).current().get(id);
  if (article === undefined) throw new RequestError("NOT_FOUND", { id });
  return article;
};

/** One vote of an account; pressed twice it is one, pressed otherwise the other one holds. @throws RequestError NOT_FOUND */
export const updateArticleRating = async (context: RequestContext, id: string, isHelpful: boolean) => {
  const article = articleOf(context, id);
  const row = { articleId: id, accountId: accountOf(context).id, isHelpful, votedAt: context.clock.now() };
  await context.db.transaction("rate article", (tx) => tx.of(outcomeStore).vote(row));
  return accept({ article });
};

export interface SolvedCommand {
  /** Of these two one. */
  readonly articleId: string | null;
  readonly treeSlug: string | null;
  readonly draftId: string | null;
  readonly productVersionId: string | null;
  readonly categoryId: string | null;
  readonly problemId: string | null;
  readonly idempotencyKey: string | null;
}

interface Solved {
  readonly deletedDraftId: string | null;
}

/** The draft goes at no cost, and the claim is kept; said again on the same day it is one. @throws RequestError NOT_FOUND, BAD_USER_INPUT */
export const markSolved = async (
  context: RequestContext,
  { idempotencyKey, ...command }: SolvedCommand,
): Promise<Result<Solved>> => {
  const { articleId, treeSlug } = command;
  if ((articleId === null) === (treeSlug === null))
    throw new RequestError("BAD_USER_INPUT", {
      detail: "Name an `articleId` or a `treeSlug`.",
      inputPath: ["input"],
    });
  const problems = problemsOf(context, command);
  const { id: accountId } = accountOf(context);
  const at = context.clock.now();
  const draftId = command.draftId === null ? null : idOf("drf", command.draftId);
  const onceKey = `${accountId} ${articleId ?? ""} ${treeSlug ?? ""} ${dayAt(at, "UTC")}`;
  const claim = { id: newId("hlp", at), accountId, articleId, treeSlug, problems, claimedAt: at, onceKey };
  const kept = { principalId: accountId, operation: "markSolved", key: idempotencyKey, input: command, at };
  const work = async (tx: WriteStores): Promise<Solved> => {
    await tx.of(outcomeStore).claim(claim);
    const isGone = draftId === null || (await tx.of(draftStore).delete(draftId, accountId));
    if (!isGone) throw new RequestError("NOT_FOUND", { id: draftId });
    return { deletedDraftId: draftId };
  };
  return accept(await context.db.transaction("mark solved", (tx) => once(tx, kept, () => work(tx))));
};

/** What was chosen; without such a choice those the article, or the tree, is about. */
const problemsOf = (
  context: RequestContext,
  command: Omit<SolvedCommand, "idempotencyKey">,
): readonly ProblemOfFamily[] => {
  const { articleId, treeSlug, productVersionId, categoryId, problemId } = command;
  const about = articleId !== null ? problemsOfArticle(context, articleId) : problemsOfTree(treeSlug ?? "");
  const chosen = { versionId: productVersionId ?? "", categoryId: categoryId ?? "", problemId: problemId ?? "" };
  const version = versionWithProblem(context.catalogue, chosen);
  if (version === null) return about;
  const { family } = context.catalogue.productOf(version);
  return [{ family, categoryId: chosen.categoryId, problemId: chosen.problemId }];
};

/** @throws RequestError NOT_FOUND */
const problemsOfArticle = (context: RequestContext, id: string): readonly ProblemOfFamily[] => {
  const { family, problems } = articleOf(context, id);
  return family === null ? [] : problems.map((problem) => ({ family, ...problem }));
};

/** @throws RequestError NOT_FOUND */
const problemsOfTree = (slug: string): readonly ProblemOfFamily[] => {
  const tree = dialogueTrees().find((one) => one.slug === slug);
  if (tree === undefined) throw new RequestError("NOT_FOUND", { id: slug });
  const { family } = tree;
  return tree.problems.map(({ category, problem }) => ({ family, categoryId: category, problemId: problem }));
};

export interface SelfHelpOutcome {
  readonly articleId: string | null;
  readonly treeSlug: string | null;
  readonly claims: number;
  readonly solved: number;
  readonly waiting: number;
  readonly cameBack: number;
}

/** What was said to be solved in the last `days`, and whether it was: by article and tree, the most solved first. */
export const selfHelpOutcomes = async (context: RequestContext, days: number): Promise<readonly SelfHelpOutcome[]> => {
  const claims = await context.db.read.of(outcomeStore).claimsSince(context.now - days * DAY);
  const rows = new Map<string, { -readonly [Name in keyof SelfHelpOutcome]: SelfHelpOutcome[Name] }>();
  for (const { articleId, treeSlug, problems, at, requests } of claims) {
    const key = `${articleId ?? ""} ${treeSlug ?? ""}`;
    const row = rows.get(key) ?? { articleId, treeSlug, claims: 0, solved: 0, waiting: 0, cameBack: 0 };
    rows.set(key, row);
    const later = requests.flatMap((request) => {
      const version = context.catalogue.versions.get(request.productVersionId);
      return version === undefined ? [] : { ...request, family: context.catalogue.productOf(version).family };
    });
    const state = solvedStateOf({ at, problems }, later, context.now);
    row.claims += 1;
    if (state === "SOLVED") row.solved += 1;
    else if (state === "WAITING") row.waiting += 1;
    else row.cameBack += 1;
  }
  return [...rows.values()].sort((a, b) => b.solved - a.solved || b.claims - a.claims);
};
