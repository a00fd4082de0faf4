/** What the control of a question is given (F34). */
import type { FormAnswer, FormQuestion } from "@accord/domain";

export interface QuestionProps<Question extends FormQuestion = FormQuestion> {
  readonly id: string;
  readonly question: Question;
  readonly value: FormAnswer | undefined;
  readonly error: string | undefined;
  /** Where the request is: dates are typed in its zone. */
  readonly zone: string;
  /** Null: no answer. */
  readonly onAnswer: (value: FormAnswer | null) => void;
}
