/** Runs the published examples one after another, as a third party would: by token, over HTTP. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

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
  "activate-agreement": ["INVITE_NOT_VALID"],
  "confirm-address": ["INVITE_NOT_VALID"],
};
/** The pair is shown again, and cards are kept, in a browser session only, never by token. */
const SESSION_ONLY: ReadonlySet<string> = new Set([
  "reveal-agreement",
  "begin-card-setup",
  "finish-card-setup",
  "set-default-payment-method",
  "remove-payment-method",
]);

export interface ExampleAnswer {
  readonly data?: Readonly<Record<string, { readonly userErrors?: readonly { readonly code: string }[] } | null>>;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface Visit {
  readonly origin: string;
  readonly token: string;
  /** Cookie header of the same account's browser session. */
  readonly cookie: string;
  /** Token of an engineer, for what only the support desk does. */
  readonly engineerToken: string;
  /** Token and cookie of somebody with a personal account, for what only they buy. */
  readonly buyerToken: string;
  readonly buyerCookie: string;
  /** Cookie header of an administrator's browser session: administration takes no token. */
  readonly adminCookie: string;
}

/** Examples of the support desk have numbers from 60 to 79, those of administration from 100 to 139. */
const DESK = /^[67]\d-/;
/** Those of buying have numbers from 90 to 99. */
const SHOP = /^9\d-/;
const ADMINISTRATION = /^1[0-3]\d-/;

/** The name without its number: later examples use it in `{{name.path}}`. */
const shortName = (name: string): string => name.replace(/^\d+-/, "");

export const shownRefusals = (name: string): readonly string[] => SHOWN_REFUSALS[shortName(name)] ?? [];

export const refusalsIn = ({ data }: ExampleAnswer): readonly string[] =>
  Object.values(data ?? {}).flatMap((root) => (root?.userErrors ?? []).map(({ code }) => code));

/** Answers are kept by name: what one example gave, the next one may need. */
export class ExampleRun {
  readonly #answers: Record<string, unknown> = {};

  async ask(name: string, visit: Visit): Promise<ExampleAnswer> {
    const { origin } = visit;
    const short = shortName(name);
    const { token, cookie } = credentialsFor(name, visit);
    const proof: Record<string, string> =
      SESSION_ONLY.has(short) || ADMINISTRATION.test(name) ? { cookie, origin } : { authorization: `Bearer ${token}` };
    const query = readFileSync(`${EXAMPLES}${name}.graphql`, "utf8");
    const response = await fetch(new URL("/graphql", origin), {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": "en", ...proof },
      body: JSON.stringify({ query, variables: this.#variablesOf(name) }),
    });
    const answer = (await response.json()) as ExampleAnswer;
    this.#answers[short] = answer.data;
    if (short === "begin-card-setup") await this.#enterCard();
    return answer;
  }

  /** What stands at `name.path` of the answers so far. */
  resolve(path: string): unknown {
    return path
      .split(".")
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], this.#answers);
  }

  /** What the person does meanwhile on the sandbox's page. */
  async #enterCard(): Promise<void> {
    const page = String(this.resolve("begin-card-setup.beginCardSetup.setup.redirectUrl"));
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

const credentialsFor = (name: string, visit: Visit): { readonly token: string; readonly cookie: string } => {
  if (SHOP.test(name)) return { token: visit.buyerToken, cookie: visit.buyerCookie };
  const cookie = ADMINISTRATION.test(name) ? visit.adminCookie : visit.cookie;
  return { token: DESK.test(name) ? visit.engineerToken : visit.token, cookie };
};

/** The answer as it is committed beside the examples: what is drawn anew each time is named, not shown. */
export const goldenOf = (data: unknown): string =>
  `${JSON.stringify(data, null, 2)
    .replace(/\b(acc|pln|req|drf|con|evt|led|ntc|can|vue|spl|att|pmt|pur|cst|imp|ses|tok|act)_[0-9a-z]{26}\b/g, "$1_…")
    .replace(/"261123\d{10}"/g, '"number"')
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
