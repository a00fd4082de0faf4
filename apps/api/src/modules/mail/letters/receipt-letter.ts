/** The receipt of a purchase by mail: what was paid, its number, and where its page is (F28). */
import { type Account, formatMoney, PURCHASE_MESSAGES, type Purchase } from "@accord/domain";
import type { CatalogueIndex } from "../../catalogue/module.js";
import { tell, tellMoment } from "../messages/index.js";
import { type Letter, type Reader, write } from "./letter.js";
import type { Words } from "./words.js";

export interface ReceiptMail {
  readonly purchase: Purchase;
  readonly account: Account;
  readonly programmes: CatalogueIndex["programmes"];
  readonly publicOrigin: string;
}

/** Null until it is paid. */
export const writeReceipt = ({ purchase, account, programmes, publicOrigin }: ReceiptMail): Letter | null => {
  const { receiptNumber: number, receiptAt } = purchase;
  if (number === null || receiptAt === null) return null;
  const { language = "en", timeZone = "UTC" } = account.profile ?? {};
  const reader: Reader = { to: account.email, language, timeZone };
  const programme = programmes.get(purchase.programmeId);
  const name = (language === "ro" ? programme?.nameRo : programme?.name) ?? purchase.programmeId;
  const words: Words = {
    subject: tell(language, "receiptSubject", { number }),
    title: tell(language, "receiptTitle"),
    lead: tell(language, "receiptLead", { incidents: purchase.packSize }),
    facts: [
      [tell(language, "receiptNumber"), number],
      [tell(language, "receiptAt"), tellMoment(language, receiptAt, timeZone)],
      [tell(language, "receiptOffer"), name],
      ...amountsOf(purchase, language),
      ...buyerOf(purchase, account, language),
    ],
    button: { label: tell(language, "receiptLink"), url: `${publicOrigin}/receipts/${purchase.id}` },
    notes: [tell(language, "receiptNote")],
    footer: [tell(language, "automatic")],
    marker: null,
  };
  return {
    to: reader.to,
    ...write(reader, words),
    requestId: null,
    contactId: null,
    unsubscribeUrl: null,
    stranger: null,
    sharesWith: null,
  };
};

const amountsOf = (purchase: Purchase, language: Reader["language"]): Words["facts"] => {
  const { currency, amountMinor, exponent, taxKind, taxMinor, taxBasisPoints } = purchase;
  const locale = language === "ro" ? "ro-RO" : "en-GB";
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 });
  const written = (minor: number): string => formatMoney(locale, { amountMinor: minor, currency }, exponent);
  const total = [tell(language, "receiptAmount"), written(amountMinor)] as const;
  if (taxKind === null) return [total];
  const tax = `${PURCHASE_MESSAGES[language].taxes[taxKind]} ${percent.format(taxBasisPoints / 10_000)}`;
  return [total, [tell(language, "receiptTax", { tax }), written(taxMinor)]];
};

/** What the buyer typed goes to an address of their own only when that is proven (I-7). */
const buyerOf = ({ billing }: Purchase, { isEmailProven }: Account, language: Reader["language"]): Words["facts"] => {
  if (!isEmailProven) return [];
  const facts: [string, string | null][] = [
    [tell(language, "receiptName"), billing.name],
    [tell(language, "receiptAddress"), billing.address],
    [tell(language, "receiptTaxNumber"), billing.taxNumber],
  ];
  return facts.flatMap(([label, text]) => (text === null ? [] : [[label, oneLine(text)] as const]));
};

const oneLine = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ", ")
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .trim();
