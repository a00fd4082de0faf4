/** Runs the published examples one after another, as a third party would: by token, over HTTP. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ASKED_BEFORE, firstEvent, makeNews } from "./example-stories.js";
import { type Asker, askOver, at, type ExampleAnswer, type Visit } from "./example-visit.js";

export type { Visit } from "./example-visit.js";

export const EXAMPLES = fileURLToPath(new URL("../../packages/schema/examples/", import.meta.url));
export const EXAMPLE_NAMES: readonly string[] = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => file.replace(/\.graphql$/, ""))
  .sort();

/** Refusals that an example shows on purpose: a work account buys nothing (E20), only the owner engineer removes others (R97), a link nobody made opens nothing, a file is sent once its bytes are there (F47), what was written in the portal is no automatic reply (F50). */
const SHOWN_REFUSALS: Readonly<Record<string, readonly string[]>> = {
  "purchase-incident": ["ACCOUNT_KIND_NOT_ALLOWED"],
  "remove-contact": ["CONTACT_REMOVAL_NOT_ALLOWED"],
  "add-attachments": ["ATTACHMENT_NOT_READY"],
  "mark-as-message": ["ALREADY_A_MESSAGE"],
  "redeem-invitation": ["INVITE_NOT_VALID"],
  "redeem-activation-link": ["INVITE_NOT_VALID"],
  "complete-address-confirmation": ["INVITE_NOT_VALID"],
};
/** The pair is shown again, and cards are kept, in a browser session only, never by token. */
const SESSION_ONLY: ReadonlySet<string> = new Set([
  "reveal-agreement",
  "start-card-setup",
  "complete-card-setup",
  "update-default-payment-method",
  "remove-payment-method",
  "create-token",
  "own-access",
]);

/** Examples of the support desk have numbers from 60 to 79, those of administration from 100 to 139, those of buying from 90 to 99. */
const DESK = /^[67]\d-/;
const SHOP = /^9\d-/;
const ADMINISTRATION = /^1[0-3]\d-/;
/** The others have three digits and stand on what somebody else does (example-stories.ts). */
const ASKERS: Readonly<Record<string, (visit: Visit) => Asker>> = {
  "unread-notices": ({ partnerToken }) => ({ token: partnerToken }),
  "queue-changed": ({ engineerToken }) => ({ token: engineerToken }),
  "decide-split": ({ partnerToken }) => ({ token: partnerToken }),
  "update-request-assignment": ({ leadToken }) => ({ token: leadToken }),
  "refund-purchase": ({ adminCookie }) => ({ cookie: adminCookie }),
  "start-agreement-import": ({ adminCookie }) => ({ cookie: adminCookie }),
  "revoke-session": ({ adminCookie }) => ({ cookie: adminCookie }),
  "revoke-token": ({ adminCookie }) => ({ cookie: adminCookie }),
};

/** The name without its number: later examples use it in `{{name.path}}`. */
const shortName = (name: string): string => name.replace(/^\d+-/, "");

export const shownRefusals = (name: string): readonly string[] => SHOWN_REFUSALS[shortName(name)] ?? [];

export const refusalsIn = ({ data }: ExampleAnswer): readonly string[] =>
  Object.values(data ?? {}).flatMap((root) => (root?.userErrors ?? []).map(({ code }) => code));

/** Answers are kept by name: what one example gave, the next one may need. */
export class ExampleRun {
  readonly #answers: Record<string, unknown> = {};

  async ask(name: string, visit: Visit): Promise<ExampleAnswer> {
    const short = shortName(name);
    const query = readFileSync(`${EXAMPLES}${name}.graphql`, "utf8");
    const before = ASKED_BEFORE[short];
    if (before !== undefined) this.#answers.asked = await before(visit, (path) => this.resolve(path));
    const asker = askerOf(name, visit);
    const variables = this.#variablesOf(name);
    const answer = query.includes("\nsubscription ")
      ? await firstEvent(visit.origin, asker, { query, variables }, () =>
          makeNews(short, visit, (path) => this.resolve(path)),
        )
      : await askOver(visit.origin, asker, query, variables);
    this.#answers[short] = answer.data;
    if (short === "start-card-setup") await this.#enterCard();
    return answer;
  }

  /** What stands at `name.path` of the answers so far. */
  resolve(path: string): unknown {
    return at(this.#answers, path);
  }

  /** What the person does meanwhile on the sandbox's page. */
  async #enterCard(): Promise<void> {
    const page = String(this.resolve("start-card-setup.startCardSetup.setup.redirectUrl"));
    await fetch(page, { method: "POST", body: new URLSearchParams({ pick: "4242424242424242" }), redirect: "manual" });
  }

  #variablesOf(name: string): Record<string, unknown> {
    let text: string;
    try {
      text = readFileSync(`${EXAMPLES}${name}.variables.json`, "utf8");
    } catch {
      return {};
    }
    return JSON.parse(
      text.replaceAll(/"\{\{([^}]+)\}\}"/g, (_all, path: string) => JSON.stringify(this.resolve(path) ?? null)),
    );
  }
}

const askerOf = (name: string, visit: Visit): Asker => {
  const short = shortName(name);
  const named = ASKERS[short];
  if (named !== undefined) return named(visit);
  if (ADMINISTRATION.test(name)) return { cookie: visit.adminCookie };
  const isShop = SHOP.test(name);
  if (SESSION_ONLY.has(short)) return { cookie: isShop ? visit.buyerCookie : visit.cookie };
  return { token: isShop ? visit.buyerToken : DESK.test(name) ? visit.engineerToken : visit.token };
};

/** The answer as it is committed beside the examples: what is drawn anew each time is named, not shown. */
export const goldenOf = (data: unknown): string =>
  `${JSON.stringify(data, null, 2)
    .replace(/\b(acc|pln|req|drf|con|evt|led|ntc|can|vue|spl|att|pmt|pur|cst|imp|ses|tok|act)_[0-9a-z]{26}\b/g, "$1_…")
    .replace(/"accord_pat_\w+"/g, '"accord_pat_…"')
    .replace(/"261123\d{10}"/g, '"number"')
    // As many as were told by then.
    .replace(/"unreadNoticeCount": [1-9]\d*/g, '"unreadNoticeCount": 1')
    .replace(/"version": "[^"]+"/g, '"version": "…"')
    .replace(/\b(ask|inv)_[0-9a-z]{26}\b/g, "$1_…")
    .replace(/"([0-9A-Z]{4}-){2,3}[0-9A-Z]{4}"/g, '"…"')
    .replace(/"http:\/\/localhost:\d+\/activate\/[\w-]{22}"/g, '"https://support.example.com/activate/…"')
    .replace(/"http:\/\/localhost:\d+\/invitations\/[\w-]{22}"/g, '"https://support.example.com/invitations/…"')
    .replace(/"http:\/\/localhost:\d+\/cards\/setup_\w+"/g, '"https://payments.example.com/cards/…"')
    .replace(/"http:\/\/localhost:\d+\/receipts\//g, '"https://support.example.com/receipts/')
    .replace(/"digest": "[0-9a-f]{64}"/g, '"digest": "…"')
    .replace(/"signature": "[\w-]{86}"/g, '"signature": "…"')
    .replace(/"(cursor|startCursor|endCursor)": "[^"]+"/g, '"$1": "cursor"')}\n`;

/** The same for a clock that runs while the examples do: days without their time. */
export const withoutTimes = (golden: string): string =>
  golden.replace(/"(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}\.\d{3}Z"/g, '"$1"');
