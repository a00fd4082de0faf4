/** What was refused of a form: said above it, each line a link to its field, and at the field itself. The one mapping of refusals to fields. */
import { type ReactNode, useId, useMemo } from "react";
import { CommandProblem } from "../../ui/command-problem";
import { ErrorSummary, type FormProblem } from "../../ui/error-summary";
import type { ShownCommand } from "../../ui/shown-command";
import { fieldError, formProblems, type UserErrorFields } from "../refusal-text";

export interface FormFields {
  readonly problems: readonly FormProblem[];
  /** Its element id and why it was refused, for the field. */
  readonly at: (name: string) => { readonly id: string; readonly error: string | undefined };
}

export function useFormFields({ refusals }: { readonly refusals: readonly UserErrorFields[] }): FormFields {
  const ids = useId();
  const problems = useMemo(() => formProblems(refusals, ids), [refusals, ids]);
  return { problems, at: (name) => ({ id: `${ids}${name}`, error: fieldError(refusals, name) }) };
}

interface Props {
  readonly command: ShownCommand & { readonly failure: unknown };
  readonly fields: FormFields;
  /** Ways on that belong to what was refused. */
  readonly children?: ReactNode;
}

export function FormProblems({ command, fields, children }: Props) {
  return (
    <>
      <ErrorSummary problems={fields.problems}>{children}</ErrorSummary>
      {command.failure !== null && <CommandProblem command={command} />}
    </>
  );
}
