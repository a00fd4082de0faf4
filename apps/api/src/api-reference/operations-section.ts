/** Queries and mutations in the API reference: who may ask, arguments, answer, an executed example each. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isNonNullType,
} from "graphql";
import { html, type Markup } from "../kernel/http/page.js";
import { MODULES } from "../modules/modules.js";
import { renderExample } from "./example-section.js";
import type { Example, PublishedApi } from "./published-api.js";
import { memberAnchor, operationAnchor, prose, typeReference } from "./text-and-links.js";

export const ROOTS = ["Query", "Mutation", "Subscription"] as const;
export type Root = (typeof ROOTS)[number];

/** Root fields of the schema, in its own order. */
export const operationsOf = ({ schema }: PublishedApi, root: Root): GraphQLField<unknown, unknown>[] =>
  Object.values((schema.getType(root) as GraphQLObjectType | undefined)?.getFields() ?? {});

export const renderOperations = (published: PublishedApi, root: Root): Markup[] =>
  operationsOf(published, root).map((field) =>
    renderOperation(
      root,
      field,
      published.examples.filter((example) => example.rootFields.includes(field.name)),
    ),
  );

const renderOperation = (root: Root, field: GraphQLField<unknown, unknown>, examples: readonly Example[]): Markup => {
  const anchor = operationAnchor(root, field.name);
  return html`<article class="operation"><div>
<h3 id="${anchor}"><a href="#${anchor}">${field.name}</a></h3>
<p class="tags">${whoMayAsk(root, field.name)}${deprecation(field.deprecationReason)}</p>
<p>${prose(field.description)}</p>
${whyNoToken(root, field.name)}
${field.args.length === 0 ? null : html`<h4>Arguments</h4><dl class="members">${field.args.map(renderArgument)}</dl>`}
<h4>Answer</h4><p class="type">${typeReference(field.type)}</p>
${root === "Mutation" ? refusalsOf(field.name) : null}
</div><div>${examples.map(renderExample)}</div></article>`;
};

/** What stands in `userErrors`, each code a link to what it means. */
const refusalsOf = (mutation: string): Markup | null => {
  const codes = MODULES.refusals[mutation] ?? [];
  if (codes.length === 0) return null;
  const links = codes.map((code) => html`<a href="#${memberAnchor("UserErrorCode", code)}">${code}</a> `);
  return html`<h4>Refusals</h4><p class="type">${links}</p>`;
};

const whoMayAsk = (root: Root, name: string): Markup => {
  const policy = MODULES.roots[`${root}.${name}`];
  if (policy?.who === "public") return html`<span class="tag">no sign-in needed</span>`;
  if (policy?.who === "session") return html`<span class="tag">browser sessions only</span>`;
  const scope = policy?.scope ?? null;
  return html`<a class="tag" href="#scopes">${scope === null ? "any token" : scope}</a>`;
};

const whyNoToken = (root: Root, name: string): Markup | null => {
  const policy = MODULES.roots[`${root}.${name}`];
  return policy?.who === "session" ? html`<p>Not by token: ${prose(policy.reason)}.</p>` : null;
};

/** A date and what to use instead, or nothing. */
export const deprecation = (reason: string | null | undefined): Markup | null =>
  reason === null || reason === undefined ? null : html`<span class="tag ending">Deprecated: ${reason}</span>`;

/** An argument, and the fields of its input object right below it. */
const renderArgument = (argument: GraphQLArgument): Markup => {
  const type = getNamedType(argument.type);
  const fields = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const nested =
    fields.length === 0 ? null : html`<dl class="members nested">${fields.map((field) => renderInput(field))}</dl>`;
  return renderInput(argument, nested);
};

/** An argument or input field: name, type, default, whether it has to be given. `id` makes it an anchor. */
export const renderInput = (
  input: GraphQLArgument | GraphQLInputField,
  nested: Markup | null = null,
  id: string | null = null,
): Markup => {
  const isRequired = isNonNullType(input.type) && input.defaultValue === undefined;
  const initial =
    input.defaultValue === undefined ? null : html` <span class="quiet">= ${JSON.stringify(input.defaultValue)}</span>`;
  return html`<dt${id === null ? null : html` id="${id}"`}><code>${input.name}</code> <span class="type">${typeReference(input.type)}${initial}</span>${
    isRequired ? html` <span class="must">required</span>` : null
  }${deprecation(input.deprecationReason)}</dt><dd>${prose(input.description)}${nested}</dd>`;
};
