/** Small pieces of the API reference: prose of descriptions, type references as links, anchors, coloured code. */
import { type GraphQLNamedType, type GraphQLType, isListType, isNonNullType, isSpecifiedScalarType } from "graphql";
import { html, type Markup } from "../kernel/http/page.js";

/** Our own rule numbers in descriptions mean nothing to a third party. */
const RULE_NUMBERS = /\s\((?:[REFS]\d+(?:-[REFS]?\d+)?(?:,\s)?)+\)/g;
/** Said by the badge of the operation, from the policy itself. */
const SCOPE_SENTENCE = /\s*Scope:? [a-z]+:[a-z]+\.\s*$/;

/** A description as text; what stands in backticks is code. */
export const prose = (description: string | null | undefined): Markup[] =>
  (description ?? "")
    .replace(SCOPE_SENTENCE, "")
    .replace(RULE_NUMBERS, "")
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith("`") ? html`<code>${part.slice(1, -1)}</code>` : html`${part}`));

export const typeAnchor = (name: string): string => `type-${name}`;
export const memberAnchor = (owner: string, name: string): string => `type-${owner}-${name}`;
export const operationAnchor = (root: string, name: string): string => `${root.toLowerCase()}-${name}`;

/** `[SupportPlan!]!` with the name as a link; GraphQL's own scalars have no section. */
export const typeReference = (type: GraphQLType): Markup => {
  if (isNonNullType(type)) return html`${typeReference(type.ofType)}!`;
  if (isListType(type)) return html`[${typeReference(type.ofType)}]`;
  return typeLink(type);
};

export const typeLink = (type: GraphQLNamedType): Markup =>
  isSpecifiedScalarType(type) ? html`${type.name}` : html`<a href="#${typeAnchor(type.name)}">${type.name}</a>`;

/** Parts of code that get a colour: pattern → class. */
const COLOURS = {
  graphql: [
    ["#[^\\n]*", "c-note"],
    ['"(?:[^"\\\\\\n]|\\\\.)*"', "c-text"],
    ["\\$\\w+", "c-name"],
    ["\\b(?:query|mutation|fragment|on|true|false|null)\\b", "c-word"],
    ["\\b[A-Z]\\w*\\b", "c-type"],
  ],
  json: [
    ['"(?:[^"\\\\\\n]|\\\\.)*"(?=\\s*:)', "c-name"],
    ['"(?:[^"\\\\\\n]|\\\\.)*"', "c-text"],
    ["\\b(?:true|false|null)\\b|-?\\b\\d+(?:\\.\\d+)?\\b", "c-word"],
  ],
  shell: [
    ["'[^']*'", "c-text"],
    ["\\$\\w+", "c-name"],
    ["^\\w+", "c-word"],
  ],
} as const satisfies Record<string, readonly (readonly [pattern: string, className: string])[]>;

/** Code with coloured parts, every part escaped. */
export const code = (language: keyof typeof COLOURS, text: string): Markup => {
  const colours: readonly (readonly [string, string])[] = COLOURS[language];
  const pattern = new RegExp(colours.map(([each]) => `(${each})`).join("|"), "gm");
  const parts: Markup[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const colour = colours[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? "";
    parts.push(html`${text.slice(end, match.index)}<span class="${colour}">${match[0]}</span>`);
    end = match.index + match[0].length;
  }
  parts.push(html`${text.slice(end)}`);
  return html`<pre class="code"><code>${parts}</code></pre>`;
};
