/** An executed example in the API reference: operation, variables, answer; long lists are cut. */
import { html, type Markup } from "../kernel/http/page.js";
import type { Example } from "./published-api.js";
import { code, prose } from "./text-and-links.js";

const ITEMS_SHOWN = 2;
const LETTERS_SHOWN = 160;

export const renderExample = (
  example: Example,
): Markup => html`<figure class="example"><figcaption>${prose(example.summary)}</figcaption>
${code("graphql", example.document)}
${example.variables === null ? null : html`<p class="caption">Variables</p>${code("json", example.variables)}`}
${example.answer === null ? null : html`<details><summary>Answer</summary>${code("json", abridge(example.answer))}</details>`}
</figure>`;

/** JSON with its lists cut after two items and its texts after 160 letters; what is cut is named. */
export const abridge = (json: string): string =>
  JSON.stringify(
    JSON.parse(json, (_key, value: unknown) => {
      if (typeof value === "string" && value.length > LETTERS_SHOWN) return `${value.slice(0, LETTERS_SHOWN)}…`;
      if (!Array.isArray(value) || value.length <= ITEMS_SHOWN) return value;
      return [...value.slice(0, ITEMS_SHOWN), `… ${value.length - ITEMS_SHOWN} more`];
    }),
    null,
    2,
  ).replace(/"(… \d+ more)"/g, "$1");
