/** Walks the built schema: refuses to boot on a field without a policy, and wraps what the policies guard. */
import { mayStaff } from "@accord/domain";
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Principal, Scope } from "../principal.js";
import { assertInTime, type ObjectPolicy, type RequestContext } from "./context.js";
import { gateOfNode } from "./found-nodes.js";
import { nameInput, takesId } from "./name-input.js";
import { readableInput } from "./readable-input.js";
import { type ErrorFacts, RequestError } from "./request-error.js";
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
      if (!isObjectType(type)) continue;
      guardField(field, tables, roots.has(type.name));
      if (takesId(field.args)) field.resolve = namingInput(field);
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
  if (policy.scope !== null) assertScope([policy.scope], principal);
};

/** @throws RequestError FORBIDDEN, naming what the token lacks */
export const assertScope = (scopes: readonly Scope[], principal: Principal): void => {
  if (!hasScope(scopes, principal)) throw new RequestError("FORBIDDEN", { requiredScopes: scopes });
};

const hasScope = (scopes: readonly Scope[], principal: Principal): boolean =>
  principal.kind !== "token" || scopes.length === 0 || scopes.some((scope) => principal.scopes.has(scope));

/** Says of an id that was not found where it stood. */
const namingInput = (field: Field): Resolve => {
  const resolve = resolverOf(field);
  return (source, args, context, info) => {
    const named = (error: unknown): unknown => nameInput(error, field.args, args);
    const rename = (error: unknown): never => {
      throw named(error);
    };
    // An error in a list stands in the place of what was not found.
    const settled = (value: unknown): unknown =>
      Array.isArray(value) && value.some((item) => item instanceof Error) ? value.map(named) : value;
    try {
      const value: unknown = resolve(source, args, context, info);
      return isPromise(value) ? value.then(settled, rename) : settled(value);
    } catch (error) {
      return rename(error);
    }
  };
};

/** Wraps a field that leads to a gated type, or to an interface with gated members, and one that takes `first`. */
const guardField = (field: Field, { objectPolicies }: PolicyTables, isRoot: boolean): void => {
  const target = getNamedType(field.type);
  // A root field that may not be answered says so, also where null is allowed.
  const isNullable = !isRoot && !isNonNullType(field.type);
  const own = policyOf(target, objectPolicies);
  if (own !== undefined)
    field.resolve = behindObjectPolicy(field, { gateOf: () => own, scopes: own.scopes, isNullable });
  else if (target.name === "Node")
    // What an id names is judged by its form, where it is found (find-node.ts).
    field.resolve = behindObjectPolicy(field, {
      gateOf: (node) => gateOfNode(node, objectPolicies),
      scopes: [],
      isNullable,
    });
  if (field.args.some((argument) => argument.name === "first")) field.resolve = withClampedPage(field);
};

/** What guards a type guards every type of an interface. */
const policyOf = (type: GraphQLNamedType, policies: PolicyTables["objectPolicies"]): ObjectPolicy | undefined =>
  [type, ...(isObjectType(type) ? type.getInterfaces() : [])].flatMap(({ name }) => policies[name] ?? [])[0];

interface Gate {
  readonly gateOf: (value: object) => ObjectPolicy | undefined;
  /** Judged before anything is looked up, so that ids which exist are told as those which do not. */
  readonly scopes: readonly Scope[];
  readonly isNullable: boolean;
}

const behindObjectPolicy = (field: Field, gate: Gate): Resolve => {
  const resolve = resolverOf(field);
  return (source, args, context, info) => {
    if (!hasScope(gate.scopes, context.principal))
      return refuse("FORBIDDEN", gate.isNullable, { requiredScopes: gate.scopes });
    const value: unknown = resolve(source, args, context, info);
    return isPromise(value)
      ? value.then((settled) => authoriseValue(gate, settled, context))
      : authoriseValue(gate, value, context);
  };
};

/** The value when the principal may see it; each item of a list on its own. */
const authoriseValue = (gate: Gate, value: unknown, context: RequestContext): unknown => {
  // An error stands in the place of what was not found.
  if (value === null || value === undefined || value instanceof Error) return value;
  if (Array.isArray(value)) {
    const judged = value.map((item: unknown) => authoriseValue({ ...gate, isNullable: false }, item, context));
    return judged.some(isPromise) ? Promise.all(judged) : judged;
  }
  const own = gate.gateOf(value);
  if (own === undefined) throw new Error("an object without a gate was reached through an interface");
  if (!hasScope(own.scopes, context.principal))
    return refuse("FORBIDDEN", gate.isNullable, { requiredScopes: own.scopes });
  if (context.authorised.has(value as object)) return value;
  const answer = own.maySee(value as never, context);
  const settle = (maySee: boolean): unknown => {
    if (!maySee) return refuse("NOT_FOUND", gate.isNullable);
    context.authorised.add(value as object);
    return value;
  };
  return isPromise<boolean>(answer) ? answer.then(settle) : settle(answer);
};

const refuse = (code: "FORBIDDEN" | "NOT_FOUND", isNullable: boolean, facts: ErrorFacts = {}): null => {
  if (isNullable) return null;
  throw new RequestError(code, facts);
};

const withClampedPage = (field: Field): Resolve => {
  const resolve = resolverOf(field);
  return (source, args, context, info) => {
    const { first, after, last = null, before } = args as Readonly<Record<string, unknown>>;
    const { pageSizeMax } = context.limits;
    const refuse = (argument: string, detail: string): never => {
      throw new RequestError("BAD_USER_INPUT", { detail, inputPath: [argument] });
    };
    const [argument, size] = last === null ? ["first", first] : ["last", last];
    if (typeof size !== "number" || size < 1 || size > pageSizeMax)
      refuse(argument as string, `\`${argument}\` is a number from 1 to ${pageSizeMax}.`);
    if (last === null && typeof before === "string") refuse("before", "`before` goes with `last`.");
    if (last !== null && typeof after === "string") refuse("after", "`after` goes with `first`.");
    return resolve(source, args, context, info);
  };
};

const resolverOf = (field: Field): Resolve => {
  const { name } = field;
  return field.resolve ?? ((source) => (source as Readonly<Record<string, unknown>>)[name]);
};

const isPromise = <Value>(value: unknown): value is Promise<Value> => value instanceof Promise;
