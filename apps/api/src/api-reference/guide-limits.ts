/** The guide's part on limits: the numbers of this installation, never those of a text (contract.md, Limits). */

import { html, type Markup } from "../kernel/http/page.js";
import type { Limits } from "../kernel/limits/limits.js";
import { code } from "./text-and-links.js";

const number = (value: number): string => value.toLocaleString("en");

const answerOf = (limits: Limits): string => `{
  "data": { "…": "…" },
  "extensions": {
    "cost": {
      "requested": 21,
      "available": ${limits.costBucket - 21},
      "limit": ${limits.costBucket},
      "refillPerSecond": ${limits.costRefillPerSecond}
    }
  }
}`;

const HEADERS: readonly [name: string, meaning: string][] = [
  ["x-ratelimit-limit", "Points a bucket holds."],
  ["x-ratelimit-remaining", "Points left in yours."],
  ["x-ratelimit-used", "Points it lacks."],
  ["x-ratelimit-reset", "When it is full again, in seconds since 1970."],
  ["retry-after", "Seconds to wait, where waiting helps; the same as extensions.retryAfter of the error."],
];

const rowsOf = (limits: Limits): readonly [what: string, limit: string][] => [
  ["One operation", `${number(limits.operationCost)} points, ${number(limits.operationMilliseconds / 1000)} seconds`],
  ["Your bucket", `${number(limits.costBucket)} points, refilled by ${number(limits.costRefillPerSecond)} a second`],
  ["Without a sign-in", `${number(limits.anonymousPerMinute)} requests a minute and address, then one after each wait`],
  [
    "Document",
    `depth ${limits.documentDepth}, ${number(limits.documentTokens)} tokens, ${limits.documentAliases} aliases, ${limits.documentDirectives} directives`,
  ],
  ["List in an input", `${limits.listInput} items`],
  ["Page of a list", `${limits.pageSizeMax} items`],
  ["Body", `${number(limits.bodyBytes / 1024)} KiB of JSON, not compressed`],
  [
    "Wrong ID pairs",
    `${limits.wrongPairsPerAccount} an account in 15 minutes; an address is slowed after ${limits.wrongPairsPerAddress} in an hour`,
  ],
  ["createRequest", `${limits.createRequestPerHour} accepted an hour`],
  ["shareRequest", `${limits.shareRequestPerHour} accepted an hour`],
];

export const renderLimits = (
  limits: Limits,
): Markup => html`<p>An operation costs points before it runs: 1 for each object, as many times as its list may be long, nothing for plain values, 10 more for a mutation. Points come out of a bucket of your own that fills up again. Each answer says where you stand, in <code>extensions.cost</code> and in headers.</p>
${code("json", answerOf(limits))}
<dl class="members">${HEADERS.map(([name, meaning]) => html`<dt><code>${name}</code></dt><dd>${meaning}</dd>`)}</dl>
<h3>Numbers of this installation</h3>
<table><tbody>${rowsOf(limits).map(([what, limit]) => html`<tr><th scope="row">${what}</th><td>${limit}</td></tr>`)}</tbody></table>
<p>An operation holds one of <code>addAgreement</code>, <code>purchaseIncident</code>, <code>createRequest</code> and <code>shareRequest</code>, once. Past the limit of wrong pairs the answer is <a href="#error-RATE_LIMITED">RATE_LIMITED</a>, for right and wrong pairs alike.</p>`;
