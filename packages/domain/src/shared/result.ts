/** The answer of a decision: a value, or refusals that a person can act on. */
import type { RefusalCode } from "./refusals.js";

/** One "no" of a rule: its code, the form path it belongs to, and the parameters of its sentence. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly code: Code;
  /** Path of the input field, e.g. `["primaryContact", "email"]`; null when it concerns the whole command. */
  readonly path: readonly string[] | null;
  /** Parameters of the sentence in the message catalogue. */
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<Value, Code extends RefusalCode = RefusalCode> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly Refusal<Code>[] };

export const accept = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

/** A result with a single refusal. */
export const refuse = <Code extends RefusalCode>(
  code: Code,
  path: readonly string[] | null = null,
  params: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly refusals: readonly Refusal<Code>[] } => ({
  ok: false,
  refusals: [{ code, path, params }],
});

export const refuseAll = <Code extends RefusalCode>(
  refusals: readonly Refusal<Code>[],
): { readonly ok: false; readonly refusals: readonly Refusal<Code>[] } => ({ ok: false, refusals });
