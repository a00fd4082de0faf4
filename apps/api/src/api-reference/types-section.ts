/** Types of the API reference, grouped by what they are for: members with anchors, and where each type is used. */
import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { html, type Markup } from "../kernel/http/page.js";
import { deprecation, ROOTS, renderInput } from "./operations-section.js";
import type { PublishedApi } from "./published-api.js";
import { memberAnchor, operationAnchor, prose, typeAnchor, typeLink, typeReference } from "./text-and-links.js";

export interface TypeGroup {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly types: readonly GraphQLNamedType[];
}

const isRefusal = (type: GraphQLNamedType): boolean =>
  type.name === "UserError" || (isObjectType(type) && type.getInterfaces().some(({ name }) => name === "UserError"));

/** The first group whose test fits takes the type. */
const GROUPS: readonly (Omit<TypeGroup, "types"> & { readonly takes: (type: GraphQLNamedType) => boolean })[] = [
  {
    id: "refusals",
    title: "Refusals",
    lead: "What stands in userErrors. Some carry more than a sentence.",
    takes: isRefusal,
  },
  {
    id: "payloads",
    title: "Payloads",
    lead: "What a mutation answers.",
    takes: ({ name }) => name.endsWith("Payload"),
  },
  {
    id: "pages",
    title: "Pages of lists",
    lead: "Connections of the Relay kind, for lists that grow.",
    takes: ({ name }) => /(Connection|Edge)$|^PageInfo$/.test(name),
  },
  { id: "objects", title: "Objects", lead: "What you can read.", takes: isObjectType },
  { id: "interfaces", title: "Interfaces", lead: "Fields that several objects share.", takes: isInterfaceType },
  { id: "inputs", title: "Inputs", lead: "What you send.", takes: isInputObjectType },
  { id: "enums", title: "Enums", lead: "Closed lists of values. A later version may add some.", takes: isEnumType },
  { id: "scalars", title: "Scalars", lead: "Values with a form of their own.", takes: isScalarType },
];
/** Reading order on the page. */
const ORDER = ["objects", "interfaces", "payloads", "refusals", "inputs", "enums", "scalars", "pages"];

/** Every type of the published but the two roots and GraphQL's own, in groups. */
export const groupTypes = ({ schema }: PublishedApi): TypeGroup[] => {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) =>
      !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !(ROOTS as readonly string[]).includes(type.name),
  );
  return GROUPS.map(({ takes, ...group }) => ({
    ...group,
    types: types.filter((type) => GROUPS.find((each) => each.takes(type))?.id === group.id),
  }))
    .filter((group) => group.types.length > 0)
    .sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
};

export const renderTypes = (group: TypeGroup, published: PublishedApi): Markup[] => {
  const uses = usesOfTypes(published);
  return group.types.map((type) => renderType(type, published, uses.get(type.name) ?? []));
};

const renderType = (type: GraphQLNamedType, published: PublishedApi, uses: readonly Markup[]): Markup => {
  const anchor = typeAnchor(type.name);
  const used =
    uses.length === 0
      ? null
      : html`<details class="uses"><summary>Used in ${uses.length} ${uses.length === 1 ? "place" : "places"}</summary><ul>${uses.map((use) => html`<li>${use}</li>`)}</ul></details>`;
  return html`<article class="kind"><h3 id="${anchor}"><a href="#${anchor}">${type.name}</a></h3>
<p>${prose(type.description)}</p>${relatives(type, published)}${members(type)}${used}</article>`;
};

const relatives = (type: GraphQLNamedType, { schema }: PublishedApi): Markup | null => {
  const [says, others] = isInterfaceType(type)
    ? ["Implemented by", schema.getPossibleTypes(type)]
    : isObjectType(type)
      ? ["Implements", type.getInterfaces()]
      : ["", []];
  if (others.length === 0) return null;
  return html`<p class="type">${says} ${others.map((other, index) => html`${index > 0 ? ", " : null}${typeLink(other)}`)}</p>`;
};

const members = (type: GraphQLNamedType): Markup | null => {
  if (isEnumType(type)) return html`<dl class="members">${renderValues(type)}</dl>`;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return html`<dl class="members">${fields.map((field) => renderInput(field, null, memberAnchor(type.name, field.name)))}</dl>`;
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  return html`<dl class="members">${Object.values(type.getFields()).map((field) => renderField(type.name, field))}</dl>`;
};

const renderValues = (type: GraphQLEnumType): Markup[] =>
  type
    .getValues()
    .map(
      (value) =>
        html`<dt id="${memberAnchor(type.name, value.name)}"><code>${value.name}</code>${deprecation(value.deprecationReason)}</dt><dd>${prose(value.description)}</dd>`,
    );

const renderField = (owner: string, field: GraphQLField<unknown, unknown>): Markup => {
  const nested =
    field.args.length === 0
      ? null
      : html`<dl class="members nested">${field.args.map((argument) => renderInput(argument))}</dl>`;
  return html`<dt id="${memberAnchor(owner, field.name)}"><code>${field.name}</code> <span class="type">${typeReference(field.type)}</span>${deprecation(field.deprecationReason)}</dt><dd>${prose(field.description)}${nested}</dd>`;
};

/** Type name → links to the operations and members that take or answer it. */
const usesOfTypes = ({ schema }: PublishedApi): ReadonlyMap<string, readonly Markup[]> => {
  const uses = new Map<string, Map<string, string>>();
  for (const owner of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(owner)) continue;
    if (!isObjectType(owner) && !isInterfaceType(owner) && !isInputObjectType(owner)) continue;
    const root = ROOTS.find((each) => each === owner.name);
    const fields: readonly (GraphQLField<unknown, unknown> | GraphQLInputField)[] = Object.values(owner.getFields());
    for (const field of fields) {
      const anchor = root === undefined ? memberAnchor(owner.name, field.name) : operationAnchor(root, field.name);
      const label = root === undefined ? `${owner.name}.${field.name}` : field.name;
      const types = [field.type, ...("args" in field ? field.args.map((argument) => argument.type) : [])];
      for (const type of types) {
        const { name } = getNamedType(type);
        uses.set(name, (uses.get(name) ?? new Map<string, string>()).set(anchor, label));
      }
    }
  }
  const links = (anchors: ReadonlyMap<string, string>): Markup[] =>
    [...anchors].map(([anchor, label]) => html`<a href="#${anchor}">${label}</a>`);
  return new Map([...uses].map(([name, anchors]) => [name, links(anchors)]));
};
