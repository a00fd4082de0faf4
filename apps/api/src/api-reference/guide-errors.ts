/** The guide's part on what can go wrong: refusals as data, and the closed list of error codes (contract.md, GraphQL). */
import { REQUEST_ERRORS, type RequestErrorCode } from "../kernel/graphql/request-error.js";
import { html, type Markup } from "../kernel/http/page.js";
import { code } from "./text-and-links.js";

type ErrorCode = RequestErrorCode | "GRAPHQL_PARSE_FAILED" | "GRAPHQL_VALIDATION_FAILED";

/** A code of the list is missing here: the compiler says so. */
export const ERROR_MEANINGS: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: "No token, no session, or one that has ended.",
  FORBIDDEN: "You may see it, but the operation belongs to another role, another kind of sign-in or another scope.",
  NOT_FOUND: "The id does not exist, or you may not see what it names: the two look alike.",
  BAD_USER_INPUT: "The body, a variable or a value does not have the form the schema asks for.",
  RATE_LIMITED: "Too many attempts or points. Wait as long as Retry-After says.",
  QUERY_TOO_COMPLEX: "The operation costs more points than one may, or the document is larger than allowed.",
  IDEMPOTENCY_KEY_REUSED: "The key was used before, with other parameters.",
  OVERLOADED: "The queue of writes is full. Nothing was written; try again in a moment.",
  UNAVAILABLE: "A dependency or the disk is. Nothing was written; try again later.",
  INTERNAL_SERVER_ERROR: "A defect of ours. Its requestId finds it in our log.",
  GRAPHQL_PARSE_FAILED: "The document is no GraphQL, or has too many tokens.",
  GRAPHQL_VALIDATION_FAILED: "The document does not fit the schema, or is deeper or wider than allowed.",
};

const isOurs = (name: string): name is RequestErrorCode => Object.hasOwn(REQUEST_ERRORS, name);

const REFUSED = `{
  "data": {
    "addAgreement": {
      "plan": null,
      "userErrors": [
        {
          "code": "AGREEMENT_NOT_ACCEPTED",
          "message": "…",
          "remedy": "…",
          "path": null
        }
      ]
    }
  }
}`;

const FAILED = `{
  "errors": [
    {
      "message": "This does not exist, or you may not see it.",
      "path": ["plan"],
      "extensions": {
        "code": "NOT_FOUND",
        "requestId": "…",
        "retryable": false
      }
    }
  ],
  "data": null
}`;

export const renderErrors =
  (): Markup => html`<p>A rule's “no” is an answer, not a failure. It stands in the payload as <code>userErrors</code>, each with a <a href="#type-UserErrorCode">code</a>, a sentence, what to do now, and the path of the input field it is about. Nothing was written when the list is not empty. Ask for the extras of a refusal with a fragment on its <a href="#refusals">type</a>; for a code you do not know, show <code>message</code>.</p>
${code("json", REFUSED)}
<p>Everything else is a GraphQL error with one of the codes below. Each tells a <code>requestId</code>, also in the header <code>x-request-id</code>, and whether trying again may help. Branch on codes: they never change, sentences do.</p>
${code("json", FAILED)}
<dl class="members codes">${Object.entries(ERROR_MEANINGS).map(
    ([name, meaning]) =>
      html`<dt id="error-${name}"><code>${name}</code>${
        isOurs(name) && REQUEST_ERRORS[name].retryable ? html` <span class="tag">try again</span>` : null
      }${isOurs(name) && REQUEST_ERRORS[name].status !== null ? html` <span class="quiet">HTTP ${REQUEST_ERRORS[name].status}</span>` : null}</dt><dd>${meaning}</dd>`,
  )}</dl>`;
