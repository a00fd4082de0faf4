/** Arbitrary operations of a schema: any root field, any selection below it, arguments as variables or written out (I-1). */
import fc from "fast-check";
import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { anyValueOf, type Raw } from "./graphql-fuzz-values.js";

export interface FuzzArgument {
  readonly name: string;
  readonly type: string;
  readonly value: Raw;
  readonly isVariable: boolean;
}
/** A careful client takes a list from one of its ends. */
const forward = (given: readonly FuzzArgument[]): readonly FuzzArgument[] => {
  const unfit = given.some(({ name }) => name === "last") ? ["after"] : ["before"];
  return given.filter(({ name }) => !unfit.includes(name));
};

export interface FuzzSelection {
  /** `Type.field`, or `... on Type` for a fragment. */
  readonly field: string;
  readonly alias: string | null;
  readonly directive: string | null;
  readonly arguments: readonly FuzzArgument[];
  readonly selections: readonly FuzzSelection[];
}
export interface FuzzOperation {
  readonly root: "query" | "mutation";
  readonly selections: readonly FuzzSelection[];
  /** Who asks: the nth of the principals. */
  readonly principal: number;
  readonly language: "en" | "ro";
  /** Put into the text somewhere, so that it parses no more. */
  readonly garbage: { readonly text: string; readonly at: number } | null;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;
const MOST_DEPTH = 4;
const MOST_LEAVES = 6;
const MOST_ASKED = 16;
const DIRECTIVES = fc.constantFrom("@include(if: true)", "@skip(if: false)", "@skip(if: true)", "@include");

export const operationsOf = (schema: GraphQLSchema, principals: number): fc.Arbitrary<FuzzOperation> => {
  const tame = createSelections(schema, true);
  const wild = createSelections(schema, false);
  const deep = deepSelections(schema);
  const garbage = fc.record({ text: fc.constantFrom("{", "}", '"', "$", "...", "\u0000", "@", "💥"), at: fc.nat(500) });
  return fc
    .record({
      root: fc.constant("query" as const),
      principal: fc.nat(principals - 1),
      language: fc.constantFrom("en" as const, "ro" as const),
      garbage: sometimes(garbage, 40),
      selections: fc.constant<readonly FuzzSelection[]>([]),
    })
    .chain((operation) =>
      fc
        .oneof({ arbitrary: tame, weight: 5 }, { arbitrary: wild, weight: 4 }, { arbitrary: deep, weight: 5 })
        .map((asked) => ({ ...operation, ...asked })),
    );
};

const createSelections = (
  schema: GraphQLSchema,
  isTame: boolean,
): fc.Arbitrary<Pick<FuzzOperation, "root" | "selections">> => {
  const known = new Map<string, fc.Arbitrary<readonly FuzzSelection[]>>();

  const selectionOf = (
    type: Composite,
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): fc.Arbitrary<FuzzSelection> => {
    const target = getNamedType(field.type);
    return fc.record({
      field: fc.constant(`${type.name}.${field.name}`),
      alias: sometimes(fc.constantFrom("a", "b", "id"), isTame ? 40 : 15),
      directive: sometimes(DIRECTIVES, isTame ? 1_000 : 40),
      arguments: argumentsOf(field, isTame),
      selections: isLeafType(target) ? fc.constant([]) : selectionsOf(target as Composite, depth - 1),
    });
  };

  /** What stands between braces below `type`: never empty. */
  const selectionsOf = (type: Composite, depth: number): fc.Arbitrary<readonly FuzzSelection[]> => {
    const key = `${type.name} ${depth}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const fields = Object.values(type.getFields());
    const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
    const inner = depth <= 0 ? [] : fields.filter((field) => !isLeafType(getNamedType(field.type)));
    const fragments = isInterfaceType(type) ? schema.getPossibleTypes(type).filter(isObjectType) : [];
    const typename: FuzzSelection = {
      field: `${type.name}.__typename`,
      alias: null,
      directive: null,
      arguments: [],
      selections: [],
    };
    const arbitrary = fc
      .tuple(some(leaves, MOST_LEAVES), some(inner, 2), some(fragments, 2))
      .chain(([flat, deeper, concrete]) =>
        fc.tuple(
          ...[...flat, ...deeper].map((field) => selectionOf(type, field, depth)),
          ...concrete.map((each) =>
            selectionsOf(each, depth - 1).map((selections) => ({
              ...typename,
              field: `... on ${each.name}`,
              selections,
            })),
          ),
        ),
      )
      .map((chosen): readonly FuzzSelection[] => (chosen.length === 0 ? [typename] : chosen));
    known.set(key, arbitrary);
    return arbitrary;
  };

  const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    type ? Object.values(type.getFields()).map((field) => ({ type, field })) : [],
  );
  return fc.oneof(
    ...roots.map(({ type, field }) =>
      fc.array(selectionOf(type, field, MOST_DEPTH), { minLength: 1, maxLength: isTame ? 1 : 2 }).map((asked) => ({
        root: type.name === "Mutation" ? ("mutation" as const) : ("query" as const),
        // The same field twice needs names that differ.
        selections: asked.map((each, place) => (place === 0 ? each : { ...each, alias: each.alias ?? "second" })),
      })),
    ),
  );
};

const argumentsOf = (field: GraphQLField<unknown, unknown>, isTame: boolean): fc.Arbitrary<readonly FuzzArgument[]> =>
  fc
    .tuple(
      ...field.args.map((argument) => {
        const given = fc.record({
          name: fc.constant(argument.name),
          type: fc.constant(String(argument.type)),
          value: anyValueOf(argument.type, argument.name === "id" ? field.name : argument.name, isTame),
          isVariable: fc.boolean(),
        });
        const isNeeded = isRequiredArgument(argument) || argument.name === "first";
        return isNeeded && isTame ? given : fc.option(given, { freq: isNeeded ? 30 : 2 });
      }),
    )
    .map((given) => given.filter((argument) => argument !== null))
    .map((given) => (isTame ? forward(given) : given));

/** The way to a type: each field from the root on, with the type it stands on. */
type Way = readonly { readonly type: Composite; readonly field: GraphQLField<unknown, unknown> }[];
/** From here on a field is rarely met by chance. */
const DEEP = 2;

/** Nothing but the shortest way to a type that lies deep or is one of an interface, and some of its fields. */
const deepSelections = (schema: GraphQLSchema): fc.Arbitrary<Pick<FuzzOperation, "root" | "selections">> => {
  const isRare = ([type, way]: [Composite, Way]): boolean => {
    const last = way.at(-1);
    return way.length >= DEEP || (last !== undefined && getNamedType(last.field.type) !== type);
  };
  return fc.constantFrom(...[...waysOf(schema)].filter(isRare)).chain(([type, way]) => {
    const root = way[0]?.type.name === "Mutation" ? ("mutation" as const) : ("query" as const);
    return some(Object.values(type.getFields()), MOST_ASKED, 1)
      .chain((fields) => fc.tuple(...fields.map((field) => alongWay([{ type, field }], fc.constant([])))))
      .chain((asked) => alongWay(way, fc.constant(asked.flat()), type))
      .map((selections) => ({ root, selections }));
  });
};

/** Breadth first, so that each way is the shortest. */
export const waysOf = (schema: GraphQLSchema): ReadonlyMap<Composite, Way> => {
  const ways = new Map<Composite, Way>();
  let reached = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => (type ? [type as Composite] : []));
  for (const type of reached) ways.set(type, []);
  while (reached.length > 0) {
    const next: Composite[] = [];
    for (const type of reached)
      for (const field of Object.values(type.getFields())) {
        const target = getNamedType(field.type);
        if (isLeafType(target)) continue;
        const found = isInterfaceType(target) ? [target, ...schema.getPossibleTypes(target)] : [target as Composite];
        for (const each of found)
          if (!ways.has(each)) {
            ways.set(each, [...(ways.get(type) ?? []), { type, field }]);
            next.push(each);
          }
      }
    reached = next;
  }
  return ways;
};

/** `below`: what is asked of `goal`, the type at the end of the way. */
const alongWay = (
  [step, ...rest]: Way,
  below: fc.Arbitrary<readonly FuzzSelection[]>,
  goal: Composite | null = null,
): fc.Arbitrary<readonly FuzzSelection[]> => {
  if (step === undefined) throw new Error("a way without a step");
  const target = getNamedType(step.field.type);
  const plain = { alias: null, directive: null, arguments: [] };
  const typename = { ...plain, field: `${target.name}.__typename`, selections: [] };
  const next = rest[0]?.type ?? goal;
  const ended = next === null ? fc.constant(isLeafType(target) ? [] : [typename]) : below;
  const inner = rest.length === 0 ? ended : alongWay(rest, below, goal);
  return fc.tuple(argumentsOf(step.field, true), inner).map(([given, selections]) => {
    const isNarrowed = next !== null && next !== target;
    const narrowed = isNarrowed ? [{ ...plain, field: `... on ${next.name}`, selections }] : selections;
    return [{ ...plain, field: `${step.type.name}.${step.field.name}`, arguments: given, selections: narrowed }];
  });
};

const some = <Item>(items: readonly Item[], most: number, minLength = 0): fc.Arbitrary<Item[]> =>
  fc.subarray([...items], { minLength, maxLength: Math.min(most, items.length) });

/** Null but for one in `times`. */
const sometimes = <Value>(value: fc.Arbitrary<Value>, times: number): fc.Arbitrary<Value | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: times - 1 }, { arbitrary: value, weight: 1 });
