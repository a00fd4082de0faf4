/** Which argument an error is about: an id that was not found is told by its place, never by itself. */
import { type GraphQLArgument, type GraphQLInputType, getNamedType, isInputObjectType } from "graphql";
import { type InputPath, RequestError } from "./request-error.js";

type Arguments = Readonly<Record<string, unknown>>;
type Declared = readonly Pick<GraphQLArgument, "name" | "type">[];

/** The same error with the place of the id it is about; the error itself where that is not known. */
export const nameInput = (error: unknown, declared: Declared, args: Arguments): unknown => {
  if (!(error instanceof RequestError) || error.code !== "NOT_FOUND" || error.options.inputPath !== undefined)
    return error;
  const places = declared.flatMap(({ name, type }) => idsIn(type, args[name], [name]));
  const { id = null } = error.options;
  // Of several ids the right one is named, or none.
  const place = places.length === 1 ? places[0] : places.find((one) => id !== null && isOf(one.id, id));
  return place === undefined ? error : new RequestError(error.code, { ...error.options, inputPath: place.path });
};

/** Whether any of these arguments may hold an id. */
export const takesId = (declared: Declared): boolean => declared.some(({ type }) => mayHoldId(type, new Set()));

const mayHoldId = (type: GraphQLInputType, seen: Set<string>): boolean => {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return named.name === "ID";
  if (seen.has(named.name)) return false;
  seen.add(named.name);
  return Object.values(named.getFields()).some((field) => mayHoldId(field.type, seen));
};

/** A global id of the catalogue is its slug behind the slugs it is within. */
const isOf = (given: string, id: string): boolean =>
  given === id || given.endsWith(`_${id}`) || given.endsWith(`:${id}`);

interface Place {
  readonly id: string;
  readonly path: InputPath;
}

const idsIn = (type: GraphQLInputType, value: unknown, path: InputPath): readonly Place[] => {
  if (Array.isArray(value)) return value.flatMap((item: unknown, place) => idsIn(type, item, [...path, place]));
  const named = getNamedType(type);
  if (typeof value === "string") return named.name === "ID" && !isKey(path) ? [{ id: value, path }] : [];
  if (typeof value !== "object" || value === null || !isInputObjectType(named)) return [];
  if (named.isOneOf) return Object.entries(value).map(([name, id]) => ({ id: String(id), path: [...path, name] }));
  return Object.values(named.getFields()).flatMap((field) =>
    idsIn(field.type, (value as Arguments)[field.name], [...path, field.name]),
  );
};

/** The client's own word for its command leads to nothing. */
const isKey = (path: InputPath): boolean => path.at(-1) === "idempotencyKey";
