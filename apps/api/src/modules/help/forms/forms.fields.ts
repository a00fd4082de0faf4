/** What was answered to the questions about a request's problem, in the reader's language (F34, F80). */
import { answerLines, type SupportRequest } from "@accord/domain";
import { fieldsOf, type TypeFields } from "../../../kernel/graphql/field-map.js";
import { loadPerRequest } from "../load-together.js";
import { requestAnswers } from "../storage/request-answers.store.js";

const answersOf = loadPerRequest((context, ids) => context.db.read.of(requestAnswers).ofRequests(ids));

export const formsFields: TypeFields = fieldsOf<Pick<SupportRequest, "id">>("SupportRequest", {
  answers: async ({ id }, _args, context) => {
    const kept = await answersOf(context, id);
    return kept === null ? [] : answerLines(kept, kept.answers, context.language);
  },
});
