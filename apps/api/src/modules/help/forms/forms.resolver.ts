/** What is asked about a problem (F34, F80). */
import type { FormQuestion, Language, ProblemForm } from "@accord/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import { askedVersion } from "../chosen-problem.js";
import { type FormQuestionType, ProblemFormType } from "./form.type.js";
import { problemFormOf } from "./problem-forms.js";

@Resolver()
export class FormsResolver {
  @Query(() => ProblemFormType, {
    nullable: true,
    description: "What is asked about a problem; null: nothing more than title and description. Needs no sign-in.",
  })
  problemForm(
    @Arg("productVersionId", () => ID, { description: "Slug of the product version." }) productVersionId: string,
    @Arg("categoryId", () => ID, { description: "Slug of the category." }) categoryId: string,
    @Arg("problemId", () => ID, { description: "Slug of the problem." }) problemId: string,
    @Ctx() { catalogue, language }: RequestContext,
  ): ProblemFormType | null {
    const version = askedVersion(catalogue, { versionId: productVersionId, categoryId, problemId });
    const form = problemFormOf(catalogue, version, categoryId, problemId);
    return form === null ? null : told(form, language);
  }
}

const told = ({ slug, version, questions }: ProblemForm, language: Language): ProblemFormType => ({
  slug,
  version,
  questions: questions.map((question) => toldQuestion(question, language)),
});

const toldQuestion = (question: FormQuestion, language: Language): FormQuestionType => {
  const isRomanian = language === "ro";
  return {
    name: question.name,
    kind: question.kind,
    label: isRomanian ? question.titleRo : question.title,
    description: isRomanian ? question.descriptionRo : question.description,
    isRequired: question.isRequired,
    isMultiline: question.kind === "TEXT" && question.isMultiline,
    maxLength: question.kind === "TEXT" ? question.maxLength : null,
    minimum: question.kind === "NUMBER" ? question.minimum : null,
    maximum: question.kind === "NUMBER" ? question.maximum : null,
    options:
      question.kind === "CHOICE"
        ? question.options.map(({ value, title, titleRo }) => ({ value, label: isRomanian ? titleRo : title }))
        : [],
  };
};
