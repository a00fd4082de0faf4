/** What Apollo Client's cache has to know of this schema beside `possibleTypes`: lists that grow, and values without an id. */
import { connections } from "./connections.generated.js";

type KeyArguments = readonly string[] | false;

type Keyed = Readonly<Record<string, unknown>>;

export interface TypePolicy<Field> {
  readonly keyFields?: readonly string[] | ((object: Keyed) => string);
  readonly fields?: Record<string, Field>;
}

/** Of each there is one, or it is known by something else than an id and its type. */
const KEYS: Readonly<Record<string, NonNullable<TypePolicy<never>["keyFields"]>>> = {
  Country: ["code"],
  PortalSettings: [],
  SeverityLevel: ["severity"],
  // Marked as a message an automatic reply is of another type, and the same entry.
  TimelineEntry: ({ id }) => `TimelineEntry:${id}`,
  Viewer: [],
};

/**
 * `new InMemoryCache({ possibleTypes, typePolicies: createTypePolicies(relayStylePagination) })`: pages of a list are joined, and the same
 * list under another filter is another one. `paginate` comes from the client (`@apollo/client/utilities`), so that its version is yours.
 */
export const createTypePolicies = <Field>(
  paginate: (keyArguments: KeyArguments) => Field,
): Record<string, TypePolicy<Field>> => {
  const policies: Record<string, TypePolicy<Field>> = {};
  for (const [type, keyFields] of Object.entries(KEYS)) policies[type] = { keyFields };
  for (const [type, fields] of Object.entries(connections)) {
    const paged = Object.entries(fields).map(([name, args]) => [name, paginate(args.length === 0 ? false : args)]);
    policies[type] = { ...policies[type], fields: Object.fromEntries(paged) };
  }
  return policies;
};
