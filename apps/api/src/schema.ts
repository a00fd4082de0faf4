/** The schema: what every module brings, computed fields, then the policies without which nothing is served. */
import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { buildSchema, type NonEmptyArray } from "type-graphql";
import { applyPolicies, type PolicyTables } from "./kernel/graphql/apply-policies.js";
import { applyDeclaredRefusals } from "./kernel/graphql/declared-refusals.js";
import { attachFields, attachTypeResolvers } from "./kernel/graphql/field-map.js";
import { typeOfNode } from "./kernel/graphql/found-nodes.js";
import { applyListCaps } from "./kernel/graphql/list-caps.js";
import { applyOneOf } from "./kernel/graphql/look-up.js";
import { tellOnceByNature } from "./kernel/graphql/once-by-nature.js";
import { connectionFields } from "./kernel/graphql/page.js";
import { slugArguments } from "./kernel/graphql/slug-arguments.js";
import { typeOfUserError } from "./kernel/graphql/user-error.type.js";
import { MODULES } from "./modules/modules.js";

/** Subscriptions are served from what units of work announce, by kernel/graphql/live. */
const ELSEWHERE = {
  publish: (): never => {
    throw new Error("changes are announced by units of work");
  },
  subscribe: (): never => {
    throw new Error("subscriptions are served by kernel/graphql/live");
  },
};

export const POLICIES: PolicyTables = { ...MODULES, slugArguments: slugArguments(MODULES.nodes) };

/** @throws Error when a field has no policy, a list no end or a mutation no row of refusals: the server does not boot */
export const buildApiSchema = async (): Promise<GraphQLSchema> => {
  const { resolvers, fields, types, typeResolvers } = await MODULES.schema();
  const schema = await buildSchema({
    // Its form asks for one at least, and there is.
    resolvers: resolvers as unknown as NonEmptyArray<(typeof resolvers)[number]>,
    orphanedTypes: [...types],
    // Shapes are the domain's to judge, with codes instead of exceptions.
    validate: false,
    pubSub: ELSEWHERE,
  });
  applyOneOf(schema);
  attachFields(schema, [...fields, ...connectionFields(schema)]);
  attachTypeResolvers(schema, { Node: typeOfNode, UserError: typeOfUserError, ...typeResolvers });
  applyPolicies(schema, POLICIES);
  applyListCaps(schema);
  applyDeclaredRefusals(schema, MODULES.refusals);
  tellOnceByNature(schema, MODULES.onceByNature);
  return schema;
};
