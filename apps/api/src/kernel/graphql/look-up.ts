/** Looking one thing up: a root field that answers null with the error beside it, so that one bad id empties no whole answer; and inputs of which one field is given. */
import { GraphQLInputObjectType, type GraphQLSchema } from "graphql";
import { Extensions } from "type-graphql";

/** Options of a root field that looks something up by what names it. */
export const lookUp = (description: string) => ({
  nullable: true as const,
  description: `${description} Null with an error beside it: there is none, or it is not yours to see.`,
});

/** Declares an input of whose fields exactly one is given. */
export const OneOf = (): ClassDecorator => Extensions({ isOneOf: true }) as ClassDecorator;

/** Marks such inputs, which type-graphql has no word for: GraphQL itself refuses none and several then. */
export const applyOneOf = (schema: GraphQLSchema): void => {
  for (const type of Object.values(schema.getTypeMap()))
    if (type instanceof GraphQLInputObjectType && type.extensions.isOneOf === true) type.isOneOf = true;
};
