/** One case for each refusal that a mutation declares: the types hold the table of cases to the API's registry (K8). */
import type { MutationName, RefusalOf } from "../../../apps/api/src/modules/modules.js";
import type { Actor, RefusalWorld } from "./world.js";

/** The command that is refused. */
export interface Asked {
  readonly by: Actor;
  readonly input: Readonly<Record<string, unknown>>;
  /** What the next case must not find. */
  readonly after?: () => Promise<unknown>;
}

export type Arrange = (world: RefusalWorld) => Promise<Asked>;

/** Mutations that refuse at all. */
export type RefusingMutation = {
  [Name in MutationName]: [RefusalOf<Name>] extends [never] ? never : Name;
}[MutationName];

export type CasesOf<Name extends RefusingMutation> = {
  readonly [Each in Name]: { readonly [Code in RefusalOf<Each>]: Arrange };
};

/** The same command with other fields. */
export const but =
  (arrange: Arrange, changes: Readonly<Record<string, unknown>>): Arrange =>
  async (world) => {
    const asked = await arrange(world);
    return { ...asked, input: { ...asked.input, ...changes } };
  };

/** With a field left empty; with one too long for any rule of its kind. */
export const empty = (arrange: Arrange, field: string): Arrange => but(arrange, { [field]: " " });
export const tooLong = (arrange: Arrange, field: string): Arrange => but(arrange, { [field]: "x".repeat(20_001) });

/** Pairs of `declared` that no case reaches, and cases that nothing declares. */
export const unmatchedPairs = (
  declared: Readonly<Record<string, readonly string[]>>,
  cases: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): string[] => {
  const pairsOf = (table: readonly (readonly [string, readonly string[]])[]): string[] =>
    table.flatMap(([mutation, codes]) => codes.map((code) => `${mutation} ${code}`));
  const wanted = pairsOf(Object.entries(declared));
  const had = pairsOf(Object.entries(cases).map(([mutation, byCode]) => [mutation, Object.keys(byCode)]));
  return [
    ...wanted.filter((pair) => !had.includes(pair)).map((pair) => `${pair} has no case`),
    ...had.filter((pair) => !wanted.includes(pair)).map((pair) => `${pair} is not declared`),
  ];
};
