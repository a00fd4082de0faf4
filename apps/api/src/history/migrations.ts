/** The migrations of before modules brought their own, oldest first. Frozen: a later change is a later migration. */
import { appendOnlyTriggers } from "../kernel/db/append-only.js";
import { type Migration, migration } from "../kernel/db/migrations.js";
import type { Dialect } from "../kernel/db/sql.js";
import { ACTIVATION } from "./activation.js";
import { ADMINISTRATION } from "./administration.js";
import { ATTACHMENTS } from "./attachments.js";
import { CONVERSATION_POSTGRES, CONVERSATION_SQLITE } from "./conversation.js";
import { fillSearch } from "./fill-search.js";
import { FOUNDATION_PLANS } from "./foundation-plans.js";
import { FOUNDATION_REQUESTS } from "./foundation-requests.js";
import { IDENTITY, normaliseAddresses } from "./identity.js";
import { INVITATIONS } from "./invitations.js";
import { MAIL } from "./mail.js";
import { MONEY_UNITS_POSTGRES, MONEY_UNITS_SQLITE, rewritePrices } from "./money-units.js";
import { NEAR_BREACH, reckonNearBreach } from "./near-breach.js";
import { PACKS } from "./packs.js";
import { PLANS_OF_IMPORTS } from "./plans-of-imports.js";
import { PURCHASES } from "./purchases.js";
import { RECEIVED_MAIL_POSTGRES, RECEIVED_MAIL_SQLITE } from "./received-mail.js";
import { REFUSAL_COUNTS } from "./refusal-counts.js";
import { SEARCH_BY_BEGINNINGS, SEARCH_BY_WORDS } from "./search-index.js";
import { foldTexts, SEARCHED_TEXT } from "./searched-text.js";
import { SWEEPS } from "./sweeps.js";
import { TABLE_READING } from "./table-reading.js";
import { SEARCH_POSTGRES, SEARCH_SQLITE, WORKSPACE } from "./workspace.js";

const createFoundation = (dialect: Dialect): readonly string[] => [
  ...FOUNDATION_PLANS,
  ...FOUNDATION_REQUESTS,
  ...appendOnlyTriggers(dialect, ["entitlement_ledger", "audit"]).flatMap(({ statements }) => statements),
];

/** Texts with a sign beyond ASCII, in the words of each engine. */
const BEYOND_ASCII = {
  sqlite: (text: string) => `${text} GLOB '*[^' || char(1) || '-' || char(127) || ']*'`,
  postgres: (text: string) => `${text} ~ '[^\\x01-\\x7f]'`,
};
const UNPRINTABLE = {
  sqlite: (column: string) => `${column} GLOB '*[^ -~]*'`,
  postgres: (column: string) => `${column} ~ '[^ -~]'`,
};

/** Only the index of SQLite was made with too few beginnings of words. */
const SEARCH_PREFIXES = migration("SearchPrefixes1795400008500", {
  up: { sqlite: SEARCH_BY_BEGINNINGS, postgres: [] },
  after: fillSearch,
  down: null,
});

const BOTH: readonly Migration[] = [
  migration("Foundation1795384800000", {
    up: { sqlite: createFoundation("sqlite"), postgres: createFoundation("postgres") },
    down: null,
  }),
  migration("Conversation1795400000000", {
    up: { sqlite: CONVERSATION_SQLITE, postgres: CONVERSATION_POSTGRES },
    down: null,
  }),
  migration("Mail1795400001000", { up: MAIL, down: null }),
  migration("Attachments1795400002000", { up: ATTACHMENTS, down: null }),
  migration("Workspace1795400003000", {
    up: { sqlite: [...WORKSPACE, SEARCH_SQLITE], postgres: [...WORKSPACE, ...SEARCH_POSTGRES] },
    after: fillSearch,
    down: null,
  }),
  migration("Invitations1795400004000", { up: INVITATIONS, down: null }),
  migration("Administration1795400007000", { up: ADMINISTRATION, down: null }),
  migration("Purchases1795400008000", { up: PURCHASES, down: null }),
  migration("Packs1795400009000", { up: PACKS, down: null }),
  migration("RefusalCounts1795400010000", { up: [REFUSAL_COUNTS], down: [`DROP TABLE "refusal_count"`] }),
  migration("ReceivedMail1795400013000", {
    up: { sqlite: RECEIVED_MAIL_SQLITE, postgres: RECEIVED_MAIL_POSTGRES },
    down: null,
  }),
  migration("MoneyUnits1795400020000", {
    up: { sqlite: MONEY_UNITS_SQLITE, postgres: MONEY_UNITS_POSTGRES },
    after: rewritePrices,
    down: null,
  }),
  migration("TableReading1795400021000", { up: TABLE_READING, down: null }),
  migration("PlansOfImports1795400022000", { up: PLANS_OF_IMPORTS, down: null }),
  migration("Identity1795400023000", {
    up: IDENTITY,
    after: (runner, dialect) => normaliseAddresses(runner, UNPRINTABLE[dialect]),
    down: null,
  }),
  migration("Sweeps1795400025000", { up: [SWEEPS], down: [`DROP TABLE "sweep"`] }),
  migration("SearchedText1795400027000", {
    up: SEARCHED_TEXT,
    after: async (runner, dialect) => {
      await foldTexts(runner, BEYOND_ASCII[dialect]);
      const anew = { sqlite: SEARCH_BY_WORDS, postgres: [`DELETE FROM request_search`] };
      for (const statement of anew[dialect]) await runner.query(statement);
      await fillSearch(runner, dialect);
    },
    down: null,
  }),
  migration("NearBreach1795400027500", { up: NEAR_BREACH, after: reckonNearBreach, down: null }),
  migration("Activation1795400034000", { up: ACTIVATION, down: [`DROP TABLE "plan_activation"`] }),
];

export const SQLITE_MIGRATIONS = [...BOTH, SEARCH_PREFIXES].map(({ sqlite }) => sqlite);
export const POSTGRES_MIGRATIONS = BOTH.map(({ postgres }) => postgres);
