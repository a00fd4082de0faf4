/** Why a mutation takes no key is told where it is described (decision 29). */
import type { GraphQLSchema } from "graphql";

/** `reasons`: of each mutation without a key, why twice is once. */
export const tellOnceByNature = (schema: GraphQLSchema, reasons: Readonly<Record<string, string>>): void => {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  for (const [name, reason] of Object.entries(reasons)) {
    const field = mutations[name];
    if (field === undefined) throw new Error(`${name} stands in onceByNature and is no mutation`);
    field.description = `${field.description} Takes no key: ${reason}.`;
  }
};
