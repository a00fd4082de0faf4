/** Walks the built schema: refuses to boot on a field without a policy, and wraps what the policies guard. */
import { mayStaff } from "@accord/domain";
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { assertInTime, type ObjectPolicy, type RequestContext } from "./context.js";
import { gateOfNode } from "./found-nodes.js";
import { readableInput } from "./readable-input.js";
import { RequestError } from "./request-error.js";
import type { RootPolicy } from "./root-policy.js";
import { type SlugArguments, withSlugs } from "./slug-arguments.js";

export interface PolicyTables {
  readonly roots: Readonly<Record<string, RootPolicy>>;
  readonly published: Readonly<Record<string, string>>;
  readonly objectPolicies: Readonly<Record<string, ObjectPolicy>>;
  /** Which arguments take a global id in place of a slug. */
  readonly slugArguments?: SlugArguments;
}

type Field = GraphQLField<unknown, RequestContext>;
type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/** @throws Error naming every field without a policy and every policy without a field */
export const applyPolicies = (schema: GraphQLSchema, tables: PolicyTables): void => {
  const roots = new Set([
    schema.getQueryType()?.name,
    schema.getMutationType()?.name,
    schema.getSubscriptionType()?.name,
  ]);
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__") || !(isObjectType(type) || isInterfaceType(type))) continue;
    const published = new Set(tables.published[type.name]?.split(" "));
    for (const field of Object.values(type.getFields()) as Field[]) {
      const name = `${type.name}.${field.name}`;
      seen.add(name);
      if (roots.has(type.name)) {
        const policy = tables.roots[name];
        if (policy === undefined)
          problems.push(`${name} has no policy: add it to \`roots\` in policies.ts of its module, then npm run schema`);
        else if (isObjectType(type)) field.resolve = behindRootPolicy(field, policy, tables.slugArguments ?? new Map());
      } else if (!published.has(field.name))
        problems.push(
          `${name} has no policy: add it to \`published\` in policies.ts of its module, then npm run schema`,
        );
      if (isObjectType(type)) guardField(field, tables, roots.has(type.name));
    }
  }
  const named = [
    ...Object.keys(tables.roots),
    ...Object.entries(tables.published).flatMap(([type, fields]) =>
      fields.split(" ").map((field) => `${type}.${field}`),
    ),
  ];
  problems.push(...named.filter((name) => !seen.has(name)).map((name) => `policy for ${name}, which does not exist`));
  if (problems.length > 0) throw new Error(`the schema may not be served: ${problems.join("; ")}`);
};

const behindRootPolicy = (field: Field, policy: RootPolicy, slugs: SlugArguments): Resolve => {
  const resolve = resolverOf(field);
  return (source, args, context, info) => {
    assertPrincipal(policy, context);
    assertInTime(context);
    return resolve(source, readableInput(withSlugs(args, field.name, slugs)), context, info);
  };
};

/** What a root field asks of who asks it, outside the walk over a document. @throws RequestError UNAUTHENTICATED, FORBIDDEN */
export const assertMayAsk = (field: string, roots: PolicyTables["roots"], context: RequestContext): void => {
  const policy = roots[field];
  if (policy === undefined) throw new Error(`${field} has no policy`);
  assertPrincipal(policy, context);
};

/** @throws RequestError UNAUTHENTICATED, FORBIDDEN */
export const assertPrincipal = (policy: RootPolicy, { principal }: RequestContext): void => {
  if (policy.who === "public") return;
  if (principal.kind === "anonymous") throw new RequestError("UNAUTHENTICATED");
  if (policy.right !== undefined && !mayStaff(principal.account.roles, policy.right))
    throw new RequestError("FORBIDDEN");
  if (principal.kind !== "token") return;
  if (policy.who === "session") throw new RequestError("FORBIDDEN");
  if (policy.scope !== null && !principal.scopes.has(policy.scope)) throw new RequestError("FORBIDDEN");
};

/** Wraps a field that leads to a gated type, or to an interface with gated members, and one that takes `first`. */
const guardField = (field: Field, { objectPolicies }: PolicyTables, isRoot: boolean): void => {
  const target = getNamedType(field.type);
  // A root field that may not be answered says so, also where null is allowed.
  const isNullable = !isRoot && !isNonNullType(field.type);
  const own = objectPolicies[target.name];
  if (own !== undefined) field.resolve = behindObjectPolicy(field, () => own, isNullable);
  else if (target.name === "Node")
    field.resolve = behindObjectPolicy(field, (node) => gateOfNode(node, objectPolicies), isNullable);
  if (field.args.some((argument) => argument.name === "first")) field.resolve = withClampedPage(field);
};

type PolicyOf = (value: object) => ObjectPolicy | undefined;

const behindObjectPolicy = (field: Field, gateOf: PolicyOf, isNullable: boolean): Resolve => {
  const resolve = resolverOf(field);
  return (source, args, context, info) => {
    const value: unknown = resolve(source, args, context, info);
    return isPromise(value)
      ? value.then((settled) => authoriseValue(gateOf, settled, context, isNullable))
      : authoriseValue(gateOf, value, context, isNullable);
  };
};

/** The value when the principal may see it; each item of a list on its own. */
const authoriseValue = (gateOf: PolicyOf, value: unknown, context: RequestContext, isNullable: boolean): unknown => {
  // An error stands in the place of what was not found.
  if (value === null || value === undefined || value instanceof Error) return value;
  if (Array.isArray(value)) {
    const judged = value.map((item: unknown) => authoriseValue(gateOf, item, context, false));
    return judged.some(isPromise) ? Promise.all(judged) : judged;
  }
  const gate = gateOf(value);
  if (gate === undefined) throw new Error("an object without a gate was reached through an interface");
  if (!hasScope(gate, context)) return refuse("FORBIDDEN", isNullable);
  if (context.authorised.has(value as object)) return value;
  const answer = gate.maySee(value as never, context);
  const settle = (maySee: boolean): unknown => {
    if (!maySee) return refuse("NOT_FOUND", isNullable);
    context.authorised.add(value as object);
    return value;
  };
  return isPromise<boolean>(answer) ? answer.then(settle) : settle(answer);
};

const refuse = (code: "FORBIDDEN" | "NOT_FOUND", isNullable: boolean): null => {
  if (isNullable) return null;
  throw new RequestError(code);
};

/** Whether a token has one of the scopes that the gate names. */
export const hasScope = (gate: ObjectPolicy, { principal }: RequestContext): boolean =>
  principal.kind !== "token" || gate.scopes.length === 0 || gate.scopes.some((scope) => principal.scopes.has(scope));

const withClampedPage = (field: Field): Resolve => {
  const resolve = resolverOf(field);
  return (source, args, context, info) => {
    const { first } = args as { readonly first?: unknown };
    const { pageSizeMax } = context.limits;
    if (typeof first !== "number" || first < 1 || first > pageSizeMax) {
      throw new RequestError("BAD_USER_INPUT", { detail: `\`first\` is a number from 1 to ${pageSizeMax}.` });
    }
    return resolve(source, args, context, info);
  };
};

const resolverOf = (field: Field): Resolve => {
  const { name } = field;
  return field.resolve ?? ((source) => (source as Readonly<Record<string, unknown>>)[name]);
};

const isPromise = <Value>(value: unknown): value is Promise<Value> => value instanceof Promise;
