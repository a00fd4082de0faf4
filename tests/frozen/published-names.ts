/** Names a client can have written down: types, fields, arguments, inputs and values of a schema. */
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

export const publishedNames = (schema: GraphQLSchema): Set<string> => {
  const names = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type))
    .flatMap((type) => {
      if (isEnumType(type)) return [type.name, ...type.getValues().map(({ name }) => `${type.name}.${name}`)];
      if (isInputObjectType(type))
        return [type.name, ...Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)];
      if (!isObjectType(type) && !isInterfaceType(type)) return [type.name];
      return [
        type.name,
        ...Object.values(type.getFields()).flatMap((field) => [
          `${type.name}.${field.name}`,
          ...field.args.map((argument) => `${type.name}.${field.name}(${argument.name})`),
        ]),
      ];
    });
  return new Set(names);
};

/** More than the story made of anything; within another list no more than an operation may cost. */
const whole = (isRoot: boolean): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: "first" },
  value: { kind: Kind.INT, value: isRoot ? "100" : "10" },
});

/** A list that is a connection today, asked for as one. */
const asPage = (node: FieldNode, isRoot: boolean): FieldNode => {
  const { selectionSet, ...rest } = node;
  if (selectionSet === undefined) throw new Error(`${node.name.value} is no list of objects`);
  const nodes: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "nodes" }, selectionSet };
  return {
    ...rest,
    arguments: [...(node.arguments ?? []), whole(isRoot)],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [nodes] },
  };
};

/** A field whose arguments stand in an input today. */
const withWrapped = (node: FieldNode, name: string, wrapped: Readonly<Record<string, string>>): FieldNode => ({
  ...node,
  arguments: node.arguments?.map((argument) => {
    const input = wrapped[`${name}(${argument.name.value})`];
    if (input === undefined) return argument;
    const field = { kind: Kind.OBJECT_FIELD, name: argument.name, value: argument.value } as const;
    return { ...argument, name: { kind: Kind.NAME, value: input }, value: { kind: Kind.OBJECT, fields: [field] } };
  }),
});

/** A field that types of an interface have today, asked of each, by the name it has there. */
const onTypes = (
  selection: SelectionNode,
  parent: string | undefined,
  spread: Readonly<Record<string, readonly string[]>>,
): readonly SelectionNode[] => {
  const places = selection.kind === Kind.FIELD ? spread[`${parent}.${selection.name.value}`] : undefined;
  if (selection.kind !== Kind.FIELD || places === undefined) return [selection];
  return places.map((place) => {
    const [type = "", field = ""] = place.split(".");
    const name = (value: string) => ({ kind: Kind.NAME, value }) as const;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: { kind: Kind.NAMED_TYPE, name: name(type) },
      selectionSet: { kind: Kind.SELECTION_SET, selections: [{ ...selection, name: name(field) }] },
    };
  });
};

/** The document with fields that have another name today asked for by that, each answering under the name it had; what is `paged` today, page by page. */
export const withNewNames = (
  schema: GraphQLSchema,
  document: string,
  renamed: Readonly<Record<string, string>>,
  paged: ReadonlySet<string> = new Set(),
  wrapped: Readonly<Record<string, string>> = {},
  spread: Readonly<Record<string, readonly string[]>> = {},
): string => {
  const info = new TypeInfo(schema);
  return print(
    visit(
      parse(document),
      visitWithTypeInfo(info, {
        Field: {
          enter: (found) => {
            const node = withWrapped(found, `${getNamedType(info.getParentType())?.name}.${found.name.value}`, wrapped);
            const today = renamed[`${getNamedType(info.getParentType())?.name}.${node.name.value}`];
            if (today === undefined) return node;
            return { ...node, alias: node.alias ?? node.name, name: { kind: Kind.NAME, value: today } };
          },
          leave: (node) => {
            const parent = getNamedType(info.getParentType())?.name;
            return paged.has(`${parent}.${node.name.value}`) ? asPage(node, parent === "Query") : undefined;
          },
        },
        SelectionSet: {
          leave: (node) => {
            const parent = getNamedType(info.getParentType())?.name;
            return { ...node, selections: node.selections.flatMap((each) => onTypes(each, parent, spread)) };
          },
        },
      }),
    ),
  );
};

/** The document without the fields that are `gone`; null when nothing of it is left. */
export const withoutFields = (schema: GraphQLSchema, document: string, gone: ReadonlySet<string>): string | null => {
  const info = new TypeInfo(schema);
  const rest = visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field: {
        enter: ({ name }) => (gone.has(`${getNamedType(info.getParentType())?.name}.${name.value}`) ? null : undefined),
        leave: ({ selectionSet }) => (selectionSet?.selections.length === 0 ? null : undefined),
      },
    }),
  );
  const [operation] = rest.definitions as readonly OperationDefinitionNode[];
  return operation === undefined || operation.selectionSet.selections.length === 0 ? null : print(rest);
};
