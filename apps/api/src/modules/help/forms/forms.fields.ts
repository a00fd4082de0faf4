/** What was answered to the questions about a request's problem, in the reader's language (F34, F80). */
import { answerLines, type SupportRequest } from "@accord/domain";
import DataLoader from "dataloader";
import type { RequestContext } from "../../../context.js";
import { fieldsOf, type TypeFields } from "../../../graphql/field-map.js";
import { type KeptAnswers, requestAnswers } from "../storage/request-answers.store.js";

/** Batched reads of one GraphQL request. */
const loaders = new WeakMap<object, DataLoader<string, KeptAnswers | null>>();
const answersOf = (context: RequestContext, requestId: string): Promise<KeptAnswers | null> => {
  const loader =
    loaders.get(context) ??
    new DataLoader(async (ids: readonly string[]) => {
      const kept = await context.db.read.of(requestAnswers).ofRequests(ids);
      return ids.map((id) => kept.find((one) => one.requestId === id) ?? null);
    });
  loaders.set(context, loader);
  return loader.load(requestId);
};

export const formsFields: TypeFields = fieldsOf<Pick<SupportRequest, "id">>("SupportRequest", {
  answers: async ({ id }, _args, context) => {
    const kept = await answersOf(context, id);
    return kept === null ? [] : answerLines(kept, kept.answers, context.language);
  },
});
