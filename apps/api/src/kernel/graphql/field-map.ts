/** Computed fields as plain synchronous functions, attached to the built schema: a leaf costs a call, not a promise. */
import { type GraphQLFieldResolver, type GraphQLSchema, isInterfaceType, isObjectType } from "graphql";
import type { RequestContext } from "./context.js";

export type FieldReader<Source, Arguments = Readonly<Record<string, unknown>>, Answer = unknown> = (
  source: Source,
  args: Arguments,
  context: RequestContext,
) => Answer;

/** What a field of a declaring class answers: a field with arguments is declared as a method. */
type AnswerOf<Field> = Field extends (...args: never[]) => infer Answer ? Answer : Field;

/** Readers of a class's fields, each answering what the class declares. */
type ReadersOf<Source, Declared> = {
  readonly [Name in keyof Declared]?: FieldReader<
    Source,
    never,
    AnswerOf<Declared[Name]> | Promise<AnswerOf<Declared[Name]>>
  >;
};

export interface TypeFields {
  readonly type: string;
  readonly readers: Readonly<Record<string, GraphQLFieldResolver<unknown, RequestContext>>>;
}

/** The computed fields of a type whose resolvers answer `Source` values; `Declared` is the class that declares them, where it is at hand. */
export const fieldsOf = <Source, Declared = Readonly<Record<string, unknown>>>(
  type: string,
  readers: ReadersOf<Source, Declared>,
): TypeFields => ({
  type,
  // Which values reach a type is what its resolvers return; the schema knows no more of them than the name.
  readers: readers as unknown as TypeFields["readers"],
});

/**
 * The body of a field that is declared in one place and read in another: a reader takes its place as the schema is built.
 * @throws Error whenever it is called: nobody attached a reader
 */
export const leaveToReader = (): never => {
  throw new Error("a field that is only declared has no reader");
};

/** The readers of an interface are attached to whichever of its types have the field. @throws Error when a type or field of the maps is not in the schema */
export const attachFields = (schema: GraphQLSchema, maps: readonly TypeFields[]): void => {
  for (const { type: name, readers } of maps) {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInterfaceType(type)) throw new Error(`no type ${name} to attach fields to`);
    const types = isObjectType(type) ? [type] : schema.getPossibleTypes(type);
    for (const [fieldName, reader] of Object.entries(readers)) {
      const fields = types.flatMap((each) => each.getFields()[fieldName] ?? []);
      if (fields.length === 0) throw new Error(`no field ${name}.${fieldName} to attach to`);
      for (const field of fields) field.resolve = reader;
    }
  }
};

/** By the name of an interface: which of its types a value is. */
export type TypeResolvers = Readonly<Record<string, (value: never) => string | undefined>>;

/** Which type a value of an interface is, told at once: the built schema's own answer is a promise, which a compiled query cannot await. */
export const attachTypeResolvers = (schema: GraphQLSchema, resolvers: TypeResolvers): void => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type)) continue;
    const resolve = resolvers[type.name];
    if (resolve === undefined) throw new Error(`nobody tells the types of ${type.name}`);
    type.resolveType = (value) => resolve(value as never);
  }
};
