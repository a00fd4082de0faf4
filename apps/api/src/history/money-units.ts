/**
 * Amounts in the smallest units of ISO 4217 (K3). By hand; frozen: a later change is a later migration.
 * Until then the decimals were asked of the runtime: what it said is written down here, and never asked of another one.
 */
import { createHash } from "node:crypto";
import type { QueryRunner } from "typeorm";

/** Currencies to which the runtime of 72fcad9 (Node.js 20, CLDR 48) gave other than two decimals. */
const WRITTEN_WITH: Readonly<Record<number, string>> = {
  0: `AFN ALL BIF CLP COP DJF GNF HUF IDR IQD IRR ISK JPY KMF KPW KRW LAK LBP MGA MMK PKR PYG RWF SLL SOS SYP UGX UYI VND VUV
    XAF XOF XPF YER`,
  3: "BHD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};
/** Those among them to which ISO 4217 gives more: by how much their stored amounts grow. */
const GROWN: Readonly<Record<number, string>> = {
  100: "AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER",
  1000: "IQD",
};

const choose = (table: Readonly<Record<number, string>>, otherwise: number): string => {
  const cases = Object.entries(table).map(([value, codes]) => {
    const list = codes.split(/\s+/).map((code) => `'${code}'`);
    return `WHEN "currency" IN (${list.join(", ")}) THEN ${value}`;
  });
  return `CASE ${cases.join(" ")} ELSE ${otherwise} END`;
};

const EXPONENT = choose(WRITTEN_WITH, 2);
const FACTOR = choose(GROWN, 1);

export const MONEY_UNITS_POSTGRES: readonly string[] = [
  `ALTER TABLE "purchase" ALTER COLUMN "amount_minor" TYPE bigint, ALTER COLUMN "tax_minor" TYPE bigint,
    ADD COLUMN "exponent" integer NOT NULL DEFAULT 2`,
  `UPDATE "purchase" SET "exponent" = ${EXPONENT}, "amount_minor" = "amount_minor" * ${FACTOR}, "tax_minor" = "tax_minor" * ${FACTOR}`,
  `ALTER TABLE "purchase" ALTER COLUMN "exponent" DROP DEFAULT`,
];

const BEFORE = `"id", "account_id", "gateway", "offer_id", "programme_id", "pack_size"`;
const AFTER = `"tax_kind", "tax_basis_points", "state", "decline_code", "provider_ref", "challenge_url", "payment_method_id", "plan_id",
    "draft_id", "consent_version", "consent_at", "billing_name", "billing_address", "tax_number", "receipt_number", "receipt_at",
    "country", "created_at", "updated_at", "next_check_at", "refund_asked_at", "refunded_by", "refund_reason"`;

/** SQLite cannot change a column's type: the table is made anew, its rows, keys and indexes kept. */
export const MONEY_UNITS_SQLITE: readonly string[] = [
  `CREATE TABLE "purchase_next" (
    "id" text NOT NULL,
    "account_id" text NOT NULL,
    "gateway" varchar NOT NULL,
    "offer_id" text NOT NULL,
    "programme_id" text NOT NULL,
    "pack_size" integer NOT NULL,
    "amount_minor" bigint NOT NULL,
    "currency" text NOT NULL,
    "exponent" integer NOT NULL,
    "tax_kind" varchar,
    "tax_basis_points" integer NOT NULL,
    "tax_minor" bigint NOT NULL,
    "state" varchar NOT NULL,
    "decline_code" text,
    "provider_ref" text,
    "challenge_url" text,
    "payment_method_id" text,
    "plan_id" text,
    "draft_id" text,
    "consent_version" text,
    "consent_at" bigint,
    "billing_name" text NOT NULL,
    "billing_address" text,
    "tax_number" text,
    "receipt_number" text,
    "receipt_at" bigint,
    "country" text NOT NULL,
    "created_at" bigint NOT NULL,
    "updated_at" bigint NOT NULL,
    "next_check_at" bigint,
    "refund_asked_at" bigint,
    "refunded_by" text,
    "refund_reason" text,
    CONSTRAINT "purchase_receipt_number" UNIQUE ("receipt_number"),
    CONSTRAINT "purchase_plan_once" UNIQUE ("plan_id"),
    CONSTRAINT "purchase_state" CHECK ("state" IN ('CREATED', 'CALLING', 'SUCCEEDED', 'DECLINED', 'CHALLENGE', 'UNKNOWN', 'REFUNDED')),
    CONSTRAINT "purchase_amount" CHECK ("amount_minor" >= 0 AND "tax_minor" >= 0 AND "tax_minor" <= "amount_minor"),
    CONSTRAINT "purchase_pack" CHECK ("pack_size" >= 1),
    CONSTRAINT "purchase_receipt" CHECK (("receipt_number" IS NULL) = ("receipt_at" IS NULL)),
    PRIMARY KEY ("id"),
    CONSTRAINT "purchase_account" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
    CONSTRAINT "purchase_method" FOREIGN KEY ("payment_method_id") REFERENCES "payment_method" ("id"),
    CONSTRAINT "purchase_plan" FOREIGN KEY ("plan_id") REFERENCES "plan" ("id"),
    CONSTRAINT "purchase_refunder" FOREIGN KEY ("refunded_by") REFERENCES "account" ("id")
  )`,
  `INSERT INTO "purchase_next" (${BEFORE}, "amount_minor", "currency", "exponent", "tax_minor", ${AFTER})
   SELECT ${BEFORE}, "amount_minor" * ${FACTOR}, "currency", ${EXPONENT}, "tax_minor" * ${FACTOR}, ${AFTER} FROM "purchase"`,
  `DROP TABLE "purchase"`,
  `ALTER TABLE "purchase_next" RENAME TO "purchase"`,
  `CREATE INDEX "purchase_by_account" ON "purchase" ("account_id", "id")`,
  `CREATE INDEX "purchase_open" ON "purchase" ("next_check_at") WHERE "next_check_at" IS NOT NULL`,
];

interface WrittenProgramme {
  readonly prices?: readonly { readonly currency: string; readonly amountMinor: number }[];
}

const factorOf = (currency: string): number =>
  Number(Object.entries(GROWN).find(([, codes]) => codes.split(/\s+/).includes(currency))?.[0] ?? 1);

/** The prices of the catalogue that is in force; packs hold decimal texts, which say the same on any machine. */
export const rewritePrices = async (runner: QueryRunner): Promise<void> => {
  const found = (await runner.query(`SELECT "content" FROM "catalogue_document" WHERE "kind" = 'programmes'`)) as {
    content: string;
  }[];
  for (const { content } of found) {
    const programmes = (JSON.parse(content) as WrittenProgramme[]).map((programme) => ({
      ...programme,
      ...(programme.prices && {
        prices: programme.prices.map((price) => ({
          ...price,
          amountMinor: price.amountMinor * factorOf(price.currency),
        })),
      }),
    }));
    const written = JSON.stringify(programmes);
    const digest = createHash("sha256").update(written).digest("hex");
    await runner.query(
      `UPDATE "catalogue_document" SET "content" = '${written.replaceAll("'", "''")}', "digest" = '${digest}' WHERE "kind" = 'programmes'`,
    );
  }
};
