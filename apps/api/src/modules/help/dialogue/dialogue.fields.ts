/** What was said to the virtual agent about a request's problem, in the reader's language (R61, F63, F80). */
import { type SupportRequest, tellTranscript } from "@accord/domain";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { loadPerRequest } from "../load-together.js";
import { requestWalks } from "../storage/request-walk.store.js";
import { outcomeOf } from "./tell-dialogue.js";

const walkOfRequest = loadPerRequest((context, ids) => context.db.read.of(requestWalks).ofRequests(ids));

export const dialogueFields: TypeFields = fieldsOf<Pick<SupportRequest, "id">>("SupportRequest", {
  dialogueTranscript: async ({ id }, _args, context) => {
    const kept = await walkOfRequest(context, id);
    if (kept === null) return null;
    const { title, outcome, lines } = tellTranscript(kept.transcript, context.language);
    return { title, finishedOutcome: outcomeOf(outcome), lines };
  },
});
