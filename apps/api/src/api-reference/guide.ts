import { html, type Markup } from "../kernel/http/page.js";
import type { Limits } from "../kernel/limits/limits.js";
import { SCOPES, type Scope } from "../kernel/principal.js";
import { MODULES } from "../modules/modules.js";
import { renderErrors } from "./guide-errors.js";
import { renderLimits } from "./guide-limits.js";
import { ROOTS } from "./operations-section.js";
import type { PublishedApi } from "./published-api.js";
import { code, memberAnchor, operationAnchor } from "./text-and-links.js";

export interface GuideOptions {
  /** Public origin of this installation, without a slash at its end. */
  readonly origin: string;
  readonly limits: Limits;
}

export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

/** What the first call asks for; it needs the scope agreements:read. */
export const FIRST_QUERY = "{ myPlans { nodes { id state endsOn incidentsRemaining } } }";
/** A page of a list, and the variables of the next one. */
export const PAGE_QUERY = `query Requests($after: String) {
  myRequests(first: 20, after: $after) {
    nodes { id number title }
    pageInfo { hasNextPage endCursor }
  }
}`;

export const guideSections = (published: PublishedApi, { origin, limits }: GuideOptions): GuideSection[] => [
  { id: "begin", title: "Your first call", body: renderBegin(origin, limits) },
  { id: "scopes", title: "Scopes", body: renderScopes(limits) },
  { id: "errors", title: "Refusals and errors", body: renderErrors() },
  { id: "limits", title: "Limits and costs", body: renderLimits(limits) },
  { id: "retries", title: "Safe retries", body: RETRIES },
  { id: "paging", title: "Pages of a list", body: renderPaging(limits) },
  { id: "values", title: "Ids, times and languages", body: VALUES },
  { id: "changes", title: "What may change", body: renderChanges(published) },
];

const renderBegin = (
  origin: string,
  limits: Limits,
): Markup => html`<p>The portal's own pages use this API and nothing else. There is one address:</p>
${code("shell", `POST ${origin}/graphql`)}
<p>Make a token with the scopes it needs in the portal, on the page “Access tokens” beside your profile, or have whoever runs this installation make one by the command line. It is shown once, and lasts at most ${limits.tokenDays} days.</p>
${code("shell", "npx accord token create \\\n  --account lena.koch@nordwind.example \\\n  --scopes agreements:read,requests:write")}
<p>Send it with each request. A token acts for its account: it sees what that account sees, and no more.</p>
${code(
  "shell",
  `curl ${origin}/graphql \\
  -H "Authorization: Bearer $ACCORD_TOKEN" \\
  -H 'Content-Type: application/json' \\
  -d '${JSON.stringify({ query: FIRST_QUERY })}'`,
)}
<p>The body is JSON in UTF-8 with <code>query</code>, and where needed <code>variables</code> and <code>operationName</code>. A query may be asked by GET too; each body holds one operation. From a program, with variables:</p>
${code(
  "shell",
  `const response = await fetch('${origin}/graphql', {
  method: 'POST',
  headers: {
    authorization: 'Bearer ' + token,
    'content-type': 'application/json',
  },
  body: JSON.stringify({ query, variables }),
});
const { data, errors } = await response.json();`,
)}
<p>Every operation below has an example that our tests execute. A value in double braces, such as <code>{{add-agreement.addAgreement.plan.id}}</code>, is taken from the answer of an earlier example. The schema itself is a file: <a href="/docs/schema.graphql">schema.graphql</a>. The <a href="/explorer">explorer</a> tries operations out, with your session in this browser or with a token.</p>`;

const SCOPE_MEANINGS: Readonly<Record<Scope, string>> = {
  "agreements:read": "Plans of the account, their balance and statement.",
  "agreements:write": "Register agreements with the account, and take them off.",
  "requests:read": "Support requests the account is a contact of, and its drafts.",
  "requests:write": "Submit and share support requests, keep drafts, complete the profile.",
  "purchases:write": "Buy incidents in the name of the account.",
  "webhooks:manage": "Reserved for webhooks; no operation asks for it yet.",
  "staff:agreements:read": "For staff: all agreements, their holders, statements and imports.",
  "staff:agreements:write": "For staff: issue, correct, extend and withdraw agreements, so many incidents a day.",
  "staff:accounts:read": "For staff: accounts and partner directories.",
  "staff:packs:read": "For staff: the packs that hold the rules.",
  "staff:packs:write": "For staff: look at a pack before it is loaded, and load it.",
  "staff:overview:read": "For staff: the figures of the overview and of self-help.",
  "staff:audit:read": "For staff: the audit record.",
  "staff:articles:write": "For staff: all help articles, and their changes.",
};

const renderScopes = (
  limits: Limits,
): Markup => html`<p>A token may do what its scopes say. The catalogue, programmes, routes, countries and <code>viewer</code> need any token and no scope; help articles and settings need no sign-in at all. A token is refused with <a href="#error-FORBIDDEN">FORBIDDEN</a> where a scope is missing. A scope of staff is given by whoever has the right, who loses it loses the token’s too; such a token lasts at most ${limits.staffTokenDays} days, and one that moves incidents says how many in a day.</p>
<dl class="members">${SCOPES.map((scope) => html`<dt><code>${scope}</code></dt><dd>${SCOPE_MEANINGS[scope]}${operationsOfScope(scope)}</dd>`)}</dl>
<p>The browser's session is a cookie. Cookie and token are never both honoured: a request with both is refused with 401.</p>`;

const operationsOfScope = (scope: Scope): Markup | null => {
  const names = Object.entries(MODULES.roots).flatMap(([name, policy]) => (policy.scope === scope ? [name] : []));
  if (names.length === 0) return null;
  const links = names.map((name, index) => {
    const [root = "", field = ""] = name.split(".");
    return html`${index > 0 ? ", " : null}<a href="#${operationAnchor(root, field)}">${field}</a>`;
  });
  return html`<br><span class="type">${links}</span>`;
};

const RETRIES = html`<p>An answer can be lost on its way. Commands that create, grant, close, remove or send something take an <code>idempotencyKey</code>: any text of yours, such as the id of your own record. <a href="#mutation-createRequest">createRequest</a>, <a href="#mutation-createGeneralQuestion">createGeneralQuestion</a> and <a href="#mutation-purchaseIncident">purchaseIncident</a> require one.</p>
<ul><li>The same command under the same key is done once; its first result is answered again. IDs and links are shown once: the second answer comes without them.</li>
<li>Other parameters under the same key are answered <a href="#error-IDEMPOTENCY_KEY_REUSED">IDEMPOTENCY_KEY_REUSED</a>.</li>
<li>A refusal wrote nothing and does not burn the key: correct the input and use it again. A declined payment is a result, and does.</li></ul>
<p>So: after a timeout, a dropped connection or an error with <code>retryable: true</code>, send the same request again.</p>`;

const renderPaging = (
  limits: Limits,
): Markup => html`<p>Lists that grow are connections: ask for <code>first</code> from 1 to ${limits.pageSizeMax}, without it ${limits.pageSizeDefault}; take <code>endCursor</code> as <code>after</code> of the next page while <code>hasNextPage</code> is true. Cursors are opaque, and stay valid while new items arrive. Ask for <code>totalCount</code> only when you need it: it is counted for you.</p>
${code("graphql", PAGE_QUERY)}`;

const VALUES = html`<ul><li>Ids of what belongs to accounts say what they name: <code>pln_…</code> a plan, <code>req_…</code> a support request, <code>drf_…</code> a draft. <a href="#query-node">node</a> takes such an id. Products, versions, programmes and articles have readable slugs that stay.</li>
<li>An instant is a <a href="#type-DateTime">DateTime</a> in UTC. A day, such as the end of a plan, is a <a href="#type-LocalDate">LocalDate</a> without a zone; the plan tells the zone in which the day ends.</li>
<li>Sentences come in English or Romanian: by <code>Accept-Language</code>, else in the account's language. Codes are the same in both.</li></ul>`;

const renderChanges = (published: PublishedApi): Markup => {
  const ending = deprecatedMembers(published);
  return html`<p>Fields, types and values are added without notice: ask for what you need, and expect values you do not know. Nothing is taken away before it was marked as deprecated, with a date at least six months ahead.</p>
${
  ending.length === 0
    ? html`<p>Nothing is deprecated at present.</p>`
    : html`<dl class="members">${ending.map(({ anchor, name, reason }) => html`<dt><a href="#${anchor}">${name}</a></dt><dd>${reason}</dd>`)}</dl>`
}`;
};

const deprecatedMembers = ({ schema }: PublishedApi): { anchor: string; name: string; reason: string }[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    const isRoot = ROOTS.some((root) => root === type.name);
    const members: readonly { name: string; deprecationReason?: string | null | undefined }[] =
      "getFields" in type ? Object.values(type.getFields()) : "getValues" in type ? type.getValues() : [];
    return members.flatMap(({ name, deprecationReason: reason }) => {
      if (reason === null || reason === undefined) return [];
      const anchor = isRoot ? operationAnchor(type.name, name) : memberAnchor(type.name, name);
      return [{ anchor, name: isRoot ? name : `${type.name}.${name}`, reason }];
    });
  });
