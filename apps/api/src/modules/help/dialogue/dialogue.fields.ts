/** What was said to the virtual agent about a request's problem, in the reader's language (R61, F63, F80). */
import { type SupportRequest, tellTranscript } from "@accord/domain";
import DataLoader from "dataloader";
import type { RequestContext } from "../../../context.js";
import { fieldsOf, type TypeFields } from "../../../graphql/field-map.js";
import { type KeptWalk, requestWalks } from "../storage/request-walk.store.js";
import { outcomeOf } from "./tell-dialogue.js";

/** Batched reads of one GraphQL request. */
const loaders = new WeakMap<object, DataLoader<string, KeptWalk | null>>();
const walkOfRequest = (context: RequestContext, requestId: string): Promise<KeptWalk | null> => {
  const loader =
    loaders.get(context) ??
    new DataLoader(async (ids: readonly string[]) => {
      const kept = await context.db.read.of(requestWalks).ofRequests(ids);
      return ids.map((id) => kept.find((one) => one.requestId === id) ?? null);
    });
  loaders.set(context, loader);
  return loader.load(requestId);
};

export const dialogueFields: TypeFields = fieldsOf<Pick<SupportRequest, "id">>("SupportRequest", {
  dialogueTranscript: async ({ id }, _args, context) => {
    const kept = await walkOfRequest(context, id);
    if (kept === null) return null;
    const { title, outcome, lines } = tellTranscript(kept.transcript, context.language);
    return { title, finishedOutcome: outcomeOf(outcome), lines };
  },
});
