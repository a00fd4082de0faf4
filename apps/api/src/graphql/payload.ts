/** The one bridge from a decision to a mutation's payload: the value, or the refusals with their sentences (architecture.md, section 5). */
import type { Refusal, Result } from "@accord/domain";
import type { RequestContext } from "../context.js";
import type { UserErrorKind } from "../types/user-error.type.js";
import { refusalSentences } from "./sentences.js";

export interface UserError {
  readonly kind: UserErrorKind;
  readonly code: Refusal["code"];
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly remedy: string;
}

/** What an implementer of UserError carries on top; named by the use case that knows it. */
export type Extras = { readonly kind: UserErrorKind } & Readonly<Record<string, unknown>>;

/** A refusal together with what its error type tells. */
export interface TellingRefusal extends Refusal {
  readonly extras?: Extras;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly TellingRefusal[] };

export const userErrorOf = (context: Pick<RequestContext, "language">, refusal: TellingRefusal): UserError => ({
  kind: "InputError",
  ...refusal.extras,
  code: refusal.code,
  path: refusal.path,
  ...refusalSentences(context.language, refusal),
});

/** `{...value, userErrors: []}`, or the refusals; the payload's own fields are then null. */
export const payload = <Value extends object>(
  context: Pick<RequestContext, "language">,
  result: Outcome<Value> | Result<Value>,
): Partial<Value> & { readonly userErrors: readonly UserError[] } =>
  result.ok
    ? { ...result.value, userErrors: [] }
    : ({ userErrors: result.refusals.map((refusal) => userErrorOf(context, refusal)) } as Partial<Value> & {
        userErrors: UserError[];
      });
