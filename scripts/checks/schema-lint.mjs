// The SDL as generated clients like it: the rules `relay` and `schema-recommended` of graphql-eslint that a schema can break at all, over the schema as it is built. What graphql-js refuses by itself is not asked again.
import {
  buildSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { read } from "./sources.mjs";

const SDL = "packages/schema/schema.graphql";
const PASCAL = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL = /^[a-z][A-Za-z0-9]*$/;
const UPPER = /^[A-Z][A-Z0-9_]*$/;
const hasFields = (type) => "getFields" in type;

/** @returns {string[]} one line for each finding */
export function checkSchemaLint(root) {
  const schema = buildSchema(read(root, SDL));
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith("__") && !(isScalarType(type) && isSpecifiedScalarType(type)),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(Boolean);
  return [
    ...types.flatMap(namesOf),
    ...types.flatMap((type) => described(type, !roots.includes(type))),
    ...types.flatMap(deprecations),
    ...roots.flatMap(rootNames),
    ...commands(schema.getMutationType()),
    ...types.flatMap(kindsOf),
    ...unreachable(schema, types, roots),
    ...types.filter(isObjectType).flatMap((type) => relayTypes(type, schema)),
    ...types.filter(isObjectType).flatMap(relayArguments),
    ...types
      .filter(isScalarType)
      .filter(({ specifiedByURL }) => !specifiedByURL)
      .map(({ name }) => `${name}: a scalar says where it is specified (@specifiedBy)`),
    ...relayPageInfo(schema),
    ...types.filter(isObjectType).flatMap(nodeTimes),
  ];
}

/** What has a global id says when it was made and last changed, by these names and no other (decisions 54, 56). */
function nodeTimes(type) {
  if (!type.getInterfaces().some(({ name }) => name === "Node")) return [];
  const fields = type.getFields();
  return [
    ...["createdAt", "updatedAt"]
      .filter((name) => String(fields[name]?.type) !== "DateTime!")
      .map((name) => `${type.name}.${name} is a DateTime!: ${type.name} is a Node`),
    ...(fields.at === undefined ? [] : [`${type.name}.at: a Node says by createdAt when it was`]),
  ];
}

/** naming-convention, no-typename-prefix. */
function namesOf(type) {
  const wrong = PASCAL.test(type.name) ? [] : [`${type.name}: a type is named in PascalCase`];
  if (isEnumType(type))
    return [
      ...wrong,
      ...type
        .getValues()
        .filter(({ name }) => !UPPER.test(name))
        .map(({ name }) => `${type.name}.${name}: a value is named in UPPER_CASE`),
    ];
  if (!hasFields(type)) return wrong;
  const prefix = type.name[0].toLowerCase() + type.name.slice(1);
  return [
    ...wrong,
    ...Object.values(type.getFields()).flatMap((field) => [
      ...[field, ...(field.args ?? [])]
        .filter(({ name }) => !CAMEL.test(name))
        .map(({ name }) => `${type.name}.${field.name}: ${name} is no camelCase`),
      ...(new RegExp(`^${prefix}[A-Z]`).test(field.name) && !isInputObjectType(type)
        ? [`${type.name}.${field.name} repeats the name of its type`]
        : []),
    ]),
  ];
}

/** require-description: types but the three roots, which GraphQL itself explains, fields and values. */
function described(type, isNamed) {
  const at = (path, { description }) => (description ? [] : [`${path} has no description`]);
  const inside = isEnumType(type)
    ? type.getValues().flatMap((value) => at(`${type.name}.${value.name}`, value))
    : hasFields(type)
      ? Object.values(type.getFields()).flatMap((field) => at(`${type.name}.${field.name}`, field))
      : [];
  return [...(isNamed ? at(type.name, type) : []), ...inside];
}

/** require-deprecation-reason, require-deprecation-date. */
function deprecations(type) {
  const members = isEnumType(type)
    ? type.getValues()
    : hasFields(type)
      ? Object.values(type.getFields()).flatMap((field) => [field, ...(field.args ?? [])])
      : [];
  return members
    .filter(({ deprecationReason }) => typeof deprecationReason === "string" && !isDated(deprecationReason))
    .map(
      ({ name }) =>
        `${type.name}.${name}: @deprecated says from which day it may go (2027-06-01), and what to use instead`,
    );
}

const isDated = (reason) => {
  const [day] = /\b\d{4}-\d{2}-\d{2}\b/.exec(reason) ?? [];
  return day !== undefined && !Number.isNaN(Date.parse(day));
};

/** naming-convention of roots: no field says again what it stands in. */
function rootNames(root) {
  const wrong = {
    Query: /^(query|get|list)[A-Z]|Query$/,
    Mutation: /^mutation[A-Z]|Mutation$/,
    Subscription: /^subscri(be|ption)[A-Z]|Subscription$/,
  }[root.name];
  return Object.keys(root.getFields())
    .filter((name) => wrong?.test(name) && !(root.name === "Mutation" && /^[a-z]+Subscription$/.test(name)))
    .map((name) => `${root.name}.${name} says again what it stands in`);
}

/** With what a command begins: what is done to a field, and the verbs of the domain for which none of these is true, each with its reason in decision 52. */
const VERBS = [
  ...["create", "update", "delete", "add", "remove", "revoke", "start", "complete", "cancel", "close", "reopen"],
  ...["adjust", "decide", "handOver", "mark", "purchase", "redeem", "refresh", "refund"],
  ...["retire", "reveal", "rotate", "save", "share", "take"],
];
const BEGINS_WITH_VERB = new RegExp(`^(${VERBS.join("|")})[A-Z]`);

/** Each command begins with one of the verbs and has one input and one payload, its own and called after it (decision 52). */
function commands(mutations) {
  return Object.values(mutations?.getFields() ?? {}).flatMap(({ name, args, type }) => {
    const own = name[0].toUpperCase() + name.slice(1);
    const taken = args.map((one) => `${one.name}: ${one.type}`).join(", ");
    return [
      ...(BEGINS_WITH_VERB.test(name) ? [] : [`Mutation.${name} begins with none of ${VERBS.join(", ")}`]),
      ...(taken === `input: ${own}Input!` ? [] : [`Mutation.${name} takes input: ${own}Input!, and nothing else`]),
      ...(String(type) === `${own}Payload!` ? [] : [`Mutation.${name} answers ${own}Payload!`]),
    ];
  });
}

/** What a name ends in, and what its value is then: never plain text or a plain number. */
const KINDS = [
  [/country$/i, "CountryCode"],
  [/timeZone$/i, "TimeZone"],
  [/languages?$/i, "LanguageCode (of the portal) or LanguageTag (that people speak)"],
  [/email$/i, "EmailAddress"],
  [/url$/i, "URL"],
  [/bytes|^size$/i, "ByteCount"],
  [/minor$/i, "MinorUnits"],
  [/currency(Code)?$/i, "CurrencyCode"],
  [/(At|^from|^to|^since|^until)$/, "DateTime"],
  [/On$/, "LocalDate"],
  [/^scopes$/, "TokenScope"],
  [/^action$/, "AuditAction"],
];

/** A value has the scalar or enum of its kind, in inputs, arguments and answers alike. */
function kindsOf(type) {
  if (!hasFields(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    [field, ...(field.args ?? [])].flatMap((one) => {
      const of = getNamedType(one.type);
      const kind = KINDS.find(([ending]) => ending.test(one.name))?.[1];
      const isPlain = isScalarType(of) && isSpecifiedScalarType(of) && !["ID", "Boolean"].includes(of.name);
      const path = one === field ? `${type.name}.${field.name}` : `${type.name}.${field.name}(${one.name})`;
      return kind !== undefined && isPlain ? [`${path} is a ${of.name}; by its name it is a ${kind}`] : [];
    }),
  );
}

/** no-unreachable-types. */
function unreachable(schema, types, roots) {
  const seen = new Set();
  const visit = (type) => {
    if (seen.has(type)) return;
    seen.add(type);
    if (isAbstractType(type)) for (const member of schema.getPossibleTypes(type)) visit(member);
    if (isObjectType(type)) for (const face of type.getInterfaces()) visit(face);
    if (!hasFields(type)) return;
    for (const { type: target, args = [] } of Object.values(type.getFields()))
      for (const one of [target, ...args.map((argument) => argument.type)]) visit(getNamedType(one));
  };
  for (const root of roots) visit(root);
  return types.filter((type) => !seen.has(type)).map(({ name }) => `${name} is reached from no operation`);
}

/** relay-connection-types, relay-edge-types. */
function relayTypes(type, schema) {
  const fields = type.getFields();
  if (type.name.endsWith("Connection")) {
    const edge = fields.edges && getNullableType(fields.edges.type);
    return [
      ...(edge && isListType(edge) && isObjectType(getNamedType(edge))
        ? []
        : [`${type.name}.edges is a list of edges`]),
      ...(String(fields.pageInfo?.type) === "PageInfo!" ? [] : [`${type.name}.pageInfo is a PageInfo!`]),
    ];
  }
  if (!type.name.endsWith("Edge")) return [];
  const isUsed = Object.values(schema.getTypeMap()).some(
    (other) =>
      isObjectType(other) && other.name.endsWith("Connection") && getNamedType(other.getFields().edges?.type) === type,
  );
  return [
    ...(String(fields.cursor?.type) === "String!" ? [] : [`${type.name}.cursor is a String!`]),
    ...(fields.node && !isListType(getNullableType(fields.node.type)) ? [] : [`${type.name}.node is one item`]),
    ...(isUsed ? [] : [`${type.name} is an edge of no connection`]),
  ];
}

/** relay-arguments: forward, backward, or both, each pair whole. */
function relayArguments(type) {
  return Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name.endsWith("Connection"))
    .flatMap(({ name, args }) => {
      const typeOf = (wanted) => String(getNullableType(args.find((one) => one.name === wanted)?.type ?? null) ?? "");
      const pairs = [
        ["first", "after"],
        ["last", "before"],
      ].filter(([count, cursor]) => typeOf(count) !== "" || typeOf(cursor) !== "");
      const isWhole =
        pairs.length > 0 && pairs.every(([count, cursor]) => typeOf(count) === "Int" && typeOf(cursor) === "String");
      return isWhole ? [] : [`${type.name}.${name} pages by first: Int and after: String, or by last and before`];
    });
}

/** relay-page-info. */
function relayPageInfo(schema) {
  const fields = schema.getType("PageInfo")?.getFields() ?? {};
  const wanted = { hasPreviousPage: "Boolean!", hasNextPage: "Boolean!", startCursor: "String", endCursor: "String" };
  return Object.entries(wanted)
    .filter(([name, type]) => String(fields[name]?.type) !== type)
    .map(([name, type]) => `PageInfo.${name} is a ${type}`);
}
