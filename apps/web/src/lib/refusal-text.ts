/** Sentences for what did not work: a rule's "no" comes worded by the server, a missing answer is worded here. */
import { useCallback } from "react";
import { useIntl } from "react-intl";
import type { RefusalText } from "../ui/shown-command";
import { failureOf } from "./failure";

export type { RefusalText };

/** The fields of a `UserError` that a person reads. */
export interface UserErrorFields {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly path?: readonly string[] | null;
}

/** `refusalText(error)` for one of `userErrors`, or for whatever an operation threw. */
export function useRefusalText(): (error: unknown) => RefusalText {
  const { formatMessage } = useIntl();
  return useCallback(
    (error: unknown) => {
      if (isUserError(error)) return { message: error.message, remedy: error.remedy };
      const { code, requestId, retryAfter } = failureOf(error);
      return {
        message: formatMessage({ id: `failure.${code}` }),
        remedy: formatMessage({ id: `failure.${code}.remedy` }, waitOf(retryAfter)),
        requestId: requestId ?? undefined,
      };
    },
    [formatMessage],
  );
}

/** In the unit a person would say; a server that names no time means a few minutes. */
const waitOf = (seconds: number | null) => ({
  unit: seconds === null ? "unknown" : seconds <= 90 ? "seconds" : seconds <= 90 * 60 ? "minutes" : "hours",
  seconds: seconds ?? 0,
  minutes: Math.ceil((seconds ?? 0) / 60),
  hours: Math.ceil((seconds ?? 0) / 3600),
});

function isUserError(error: unknown): error is UserErrorFields {
  return (
    typeof error === "object" && error !== null && !(error instanceof Error) && "code" in error && "message" in error
  );
}

/** The sentence of the first refusal that belongs to the form field `name`, for the field itself. */
export function fieldError(errors: readonly UserErrorFields[], name: string): string | undefined {
  return errors.find((error) => error.path?.at(-1) === name)?.message;
}

/** The refusals of a form for its summary: each with the element id of its field, `<idPrefix><last part of the path>`. */
export const formProblems = (errors: readonly UserErrorFields[], idPrefix: string) =>
  errors.map(({ message, remedy, path }) => ({
    message,
    remedy,
    fieldId: path?.length ? `${idPrefix}${path.at(-1)}` : undefined,
  }));
