/** Holds mutations to the registry of their refusals: at the boot that each has a row, in tests that none gives another (K8). */
import type { RefusalCode } from "@accord/domain";
import { type GraphQLFieldResolver, type GraphQLSchema, getNamedType, isObjectType } from "graphql";

type Resolve = GraphQLFieldResolver<unknown, unknown>;

let isWatching = false;

/** From here on a mutation that gives a refusal it does not declare fails. Only tests watch: a person is told the sentence all the same. */
export const watchRefusals = (): void => {
  isWatching = true;
};

/** @throws Error naming every mutation without a row, every row without a mutation, and refusals that have no place in the answer */
export const applyDeclaredRefusals = (schema: GraphQLSchema, table: RefusalTable): void => {
  const fields = schema.getMutationType()?.getFields() ?? {};
  const problems = Object.keys(table)
    .filter((name) => fields[name] === undefined)
    .map((name) => `refusals of Mutation.${name}, which does not exist`);
  for (const field of Object.values(fields)) {
    const codes = table[field.name];
    const answer = getNamedType(field.type);
    const hasPlace = isObjectType(answer) && answer.getFields().userErrors !== undefined;
    if (codes === undefined)
      problems.push(
        `Mutation.${field.name} has no row of refusals: add it to \`refusals\` in policies.ts of its module, then npm run schema`,
      );
    else if (codes.length > 0 && !hasPlace) problems.push(`Mutation.${field.name} has refusals and no userErrors`);
    else field.resolve = watched(field.name, codes, field.resolve ?? nothing);
  }
  if (problems.length > 0) throw new Error(`the schema may not be served: ${problems.join("; ")}`);
};

const nothing: Resolve = () => null;

const watched =
  (mutation: string, codes: readonly RefusalCode[], resolve: Resolve): Resolve =>
  (...asked) => {
    const answer: unknown = resolve(...asked);
    return isWatching ? onlyDeclared(mutation, codes, answer) : answer;
  };

const onlyDeclared = async (mutation: string, codes: readonly RefusalCode[], answer: unknown): Promise<unknown> => {
  const payload = await answer;
  const { userErrors } = (payload ?? {}) as { readonly userErrors?: readonly { readonly code: RefusalCode }[] };
  const undeclared = (userErrors ?? []).map(({ code }) => code).filter((code) => !codes.includes(code));
  if (undeclared.length > 0) throw new Error(`${mutation} does not declare its refusal ${undeclared.join(", ")}`);
  return payload;
};
export type RefusalTable = Readonly<Record<string, readonly RefusalCode[]>>;
