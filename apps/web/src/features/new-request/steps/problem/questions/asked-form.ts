/** The questions of a problem between the wire and the rules: worded in one language, judged as the server judges them (F34). */
import { type AskedForm, FORM_LIMITS, type FormQuestion } from "@accord/domain";
import type { ProblemQuestionsQuery } from "./questions.generated";

type WireForm = NonNullable<ProblemQuestionsQuery["problemForm"]>;

/** The server words a question in the reader's language: both titles are that one. */
function questionOf(wire: WireForm["questions"][number]): FormQuestion {
  const { name, label, description, isRequired } = wire;
  const any = { name, title: label, titleRo: label, description, descriptionRo: description, isRequired };
  switch (wire.kind) {
    case "TEXT":
      return { ...any, kind: "TEXT", isMultiline: wire.isMultiline, maxLength: wire.maxLength ?? FORM_LIMITS.line };
    case "NUMBER":
      return { ...any, kind: "NUMBER", minimum: wire.minimum ?? 0, maximum: wire.maximum ?? FORM_LIMITS.number };
    case "CHOICE":
      return {
        ...any,
        kind: "CHOICE",
        options: wire.options.map((option) => ({ value: option.value, title: option.label, titleRo: option.label })),
      };
    default:
      return { ...any, kind: wire.kind };
  }
}

export const askedFormOf = ({ slug, version, questions }: WireForm): AskedForm => ({
  slug,
  version,
  questions: questions.map(questionOf),
});
