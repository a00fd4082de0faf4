// The glossary is law (docs/glossary.md): no forbidden synonym in what we declare, in the schema or in file names.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { filesOf, isTest, lineOf, ROOM_FOLDERS, read, withoutComments } from "./sources.mjs";

/** Word → ours. */
const SYNONYMS = {
  user: "account",
  users: "accounts",
  contract: "agreement",
  contracts: "agreements",
  subscription: "agreement",
  subscriptions: "agreements",
  program: "programme",
  programs: "programmes",
  ticket: "support request",
  tickets: "support requests",
  agent: "engineer",
  agents: "engineers",
  watcher: "additional contact",
  watchers: "additional contacts",
  cc: "additional contact",
  eligibility: "entitlement",
};
/** Only as a noun of the contract: sorting has an order, a switch has cases. */
const SCHEMA_SYNONYMS = {
  ...SYNONYMS,
  order: "purchase",
  orders: "purchases",
  case: "support request",
  cases: "support requests",
};
/** Names that belong to a protocol (GraphQL's third root) or to the contract (following a request by mail, how a list is sorted). */
const NAMES_ALLOWED =
  /^userAgent$|user[-_]?errors?|^Subscription$|^updateSubscription(Input|Payload)?$|^orderBy$|^(List|Request)Order$/i;

/** `AgreementTerm`, `agreement_term`, `agreementTerm` → agreement, term. */
export const wordsOf = (name) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase());

function judge(where, name, synonyms) {
  if (NAMES_ALLOWED.test(name)) return [];
  return wordsOf(name)
    .filter((word) => Object.hasOwn(synonyms, word))
    .map((word) => `${where}: ${name}: say ${synonyms[word]}, not ${word}`);
}

const DECLARATION = /\b(?:const|let|function\*?|class|interface|type|enum)\s+([A-Za-z_$][\w$]*)/g;

export function checkGlossary(root) {
  const sources = filesOf(root, ROOM_FOLDERS, /\.tsx?$/);
  const declared = sources
    .filter((path) => !isTest(path))
    .flatMap((path) => {
      const code = withoutComments(read(root, path));
      return [...code.matchAll(DECLARATION)].flatMap((match) =>
        judge(`${path}:${lineOf(code, match.index)}`, match[1], SYNONYMS),
      );
    });
  const named = sources.flatMap((path) => judge(path, path.split("/").at(-1).replace(/\..*$/, ""), SYNONYMS));
  return [...declared, ...named, ...schemaProblems(root)];
}

function schemaProblems(root) {
  const path = "packages/schema/schema.graphql";
  if (!existsSync(join(root, path))) return [];
  const sdl = read(root, path).replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*/g, (text) =>
    text.replace(/[^\n]/g, " "),
  );
  return [...sdl.matchAll(/[A-Za-z_]\w*/g)].flatMap((match) =>
    judge(`${path}:${lineOf(sdl, match.index)}`, match[0], SCHEMA_SYNONYMS),
  );
}
