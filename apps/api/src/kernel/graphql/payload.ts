/** The one bridge from a decision to a mutation's payload: the value, or the refusals with their sentences. */
import type { Refusal, Result } from "@accord/domain";
import { refusalSentences } from "../text/sentences.js";
import type { RequestContext } from "./context.js";
import type { MutationPayload, UserError, UserErrorKind } from "./user-error.type.js";

/** What an implementer of UserError carries on top; named by the use case that knows it. */
export type Extras = { readonly kind: UserErrorKind } & Readonly<Record<string, unknown>>;

/** A refusal together with what its error type tells. */
export interface TellingRefusal extends Refusal {
  readonly extras?: Extras;
}

export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly TellingRefusal[] };

/** Whom a refusal is told to; where it is counted why. */
type Told = Pick<RequestContext, "language"> & Partial<Pick<RequestContext, "refusals" | "principal">>;

/** Staff who try things out are no customers. */
const isCustomer = ({ principal }: Told): boolean =>
  principal?.kind !== undefined && principal.kind !== "anonymous" && principal.account.roles.length === 0;

export const userErrorOf = (context: Told, refusal: TellingRefusal): UserError => {
  if (isCustomer(context)) for (const code of codesOf(refusal)) context.refusals?.add(code);
  return toldError(context, refusal);
};

/** The refusal's own, and those of why the plan could not be used. */
const codesOf = ({ code, extras }: TellingRefusal): readonly string[] => {
  const reasons = Array.isArray(extras?.reasons) ? (extras.reasons as readonly { readonly code: string }[]) : [];
  return [code, ...reasons.map((reason) => reason.code)];
};

const toldError = (context: Told, refusal: TellingRefusal): UserError => ({
  kind: "InputError",
  ...refusal.extras,
  code: refusal.code,
  path: refusal.path,
  ...refusalSentences(context.language, refusal),
});

/** What was done, each field of it null where it was refused. */
export type Answer<Value extends object> = MutationPayload & {
  readonly [Name in keyof Value]-?: Exclude<Value[Name], undefined> | null;
};

/** `{...value, userErrors: []}`, or the refusals; a field that is not there is null to whoever asks for it. */
export const payload = <Value extends object>(context: Told, result: Outcome<Value> | Result<Value>): Answer<Value> => {
  const done: Partial<Value> = result.ok ? result.value : {};
  const userErrors = result.ok ? [] : result.refusals.map((refusal) => userErrorOf(context, refusal));
  return { ...done, userErrors } as unknown as Answer<Value>;
};
