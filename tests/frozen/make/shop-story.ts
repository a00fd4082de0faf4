/** Purchases: one in each currency whose decimals a runtime and ISO 4217 tell apart, the outcomes of a card, a refund. */
import { newcomer, type Visitor } from "../../support/visitor.js";
import { did, type Payload, tell } from "./door.js";
import type { Making } from "./story.js";

/** Country, currency, price of one incident, time zone: with 72fcad9's own decimals where they are not ISO's. */
const MARKETS = [
  ["HU", "HUF", "179900", "Europe/Budapest"],
  ["CO", "COP", "1990000", "America/Bogota"],
  ["ID", "IDR", "7900000", "Asia/Jakarta"],
  ["PK", "PKR", "139000", "Asia/Karachi"],
  ["IQ", "IQD", "650000", "Asia/Baghdad"],
  ["AL", "ALL", "45900", "Europe/Tirane"],
  ["LB", "LBP", "44600000", "Asia/Beirut"],
  ["IS", "ISK", "69900", "Atlantic/Reykjavik"],
  ["UG", "UGX", "1850000", "Africa/Kampala"],
  ["KR", "KRW", "690000", "Asia/Seoul"],
  ["KW", "KWD", "153.250", "Asia/Kuwait"],
  ["TN", "TND", "1550.500", "Africa/Tunis"],
  ["MG", "MGA", "2250000", "Indian/Antananarivo"],
  ["CH", "CHF", "449.00", "Europe/Zurich"],
] as const;

/** The administrator's file of programmes with a price for each market, looked at and loaded. */
export const loadPrices = async (admin: Visitor): Promise<void> => {
  const { text } = did(await admin.ask("{ packExport(kind: PROGRAMMES) { text } }"));
  const programmes = JSON.parse(text) as { slug: string; examplePrices?: { currency: string; amount: string }[] }[];
  for (const programme of programmes.filter(({ slug }) => slug === "pay-per-incident"))
    programme.examplePrices?.push(...MARKETS.map(([, currency, amount]) => ({ currency, amount })));
  const file = { kind: "PROGRAMMES", text: JSON.stringify(programmes) };
  const { preview } = await tell(admin, "previewPack", file, "preview { digest problems { message } }");
  await tell(admin, "loadPack", { ...file, digest: preview.digest }, "pack { version }");
};

export const buyInEveryMarket = async ({ server, names }: Making): Promise<void> => {
  for (const [country, currency, , timeZone] of MARKETS) {
    const buyer = await newBuyer(server, country, timeZone);
    const method = await saveCard(buyer, "4242424242424242");
    const { purchase } = await buy(buyer, method, currency, {
      name: `Buyer of ${country}`,
      address: "1, Main Street",
      taxNumber: `${country}-12345`,
    });
    names.ids[`purchase${currency}`] = purchase.id;
    names.cookies[`buyer${country}`] = buyer.cookie;
    server.clock.advance(1000);
  }
};

/** Declined, asked by the bank and answered, asked and not answered, given back; a card removed, another the default. */
export const buyWithEveryOutcome = async ({ server, names, admin }: Making): Promise<void> => {
  const buyer = await newBuyer(server, "RO", "Europe/Bucharest");
  names.cookies.buyerRO = buyer.cookie;
  const methods = new Map<string, string>();
  for (const number of ["4000000000000002", "4000002500003155", "5555555555554444", "4242424242424242"])
    methods.set(number, await saveCard(buyer, number));
  const card = (number: string): string => methods.get(number) ?? "";
  names.ids.declined = (await order(buyer, card("4000000000000002"), "RON")).purchase.id;
  const approved = (await buy(buyer, card("4000002500003155"), "RON")).purchase;
  await fetch(approved.challengeUrl, { method: "POST", body: new URLSearchParams({ answer: "approve" }) });
  const refreshed = await tell(buyer, "refreshPurchase", { purchaseId: approved.id }, "purchase { state }");
  if (refreshed.purchase.state !== "SUCCEEDED") throw new Error(`the bank's question: ${refreshed.purchase.state}`);
  names.ids.challenged = approved.id;
  names.ids.purchaseHeld = (await buy(buyer, card("5555555555554444"), "RON")).purchase.id;
  const given = (await buy(buyer, card("4242424242424242"), "RON")).purchase;
  await tell(admin, "refundPurchase", { purchaseId: given.id, reason: "Bought twice." }, "purchase { state }");
  names.ids.moneyBack = given.id;
  await tell(buyer, "setDefaultPaymentMethod", { paymentMethodId: card("5555555555554444") }, "", "PaymentMethodInput");
  await tell(buyer, "removePaymentMethod", { paymentMethodId: card("4000000000000002") }, "", "PaymentMethodInput");
  names.ids.openQuestion = (await buy(buyer, card("4000002500003155"), "RON")).purchase.id;
};

const newBuyer = async (server: Making["server"], country: string, timeZone: string): Promise<Visitor> => {
  const email = `buyer.${country.toLowerCase()}@mail.example`;
  const buyer = await newcomer(server, { givenName: "Buyer", familyName: country, email, kind: "personal" });
  await tell(buyer, "completeProfile", { country, timeZone, language: "EN", preferredContactMethod: "EMAIL" });
  return buyer;
};

const saveCard = async (buyer: Visitor, number: string): Promise<string> => {
  const { setup } = await tell(buyer, "beginCardSetup", { returnTo: "/payment-methods" }, "setup { id redirectUrl }");
  await fetch(setup.redirectUrl, { method: "POST", body: new URLSearchParams({ pick: number }), redirect: "manual" });
  return (await tell(buyer, "finishCardSetup", { setupId: setup.id }, "paymentMethod { id }")).paymentMethod.id;
};

let orders = 0;

const order = async (buyer: Visitor, paymentMethodId: string, currency: string, billing?: object): Promise<Payload> => {
  orders += 1;
  const input = {
    offerId: `pay-per-incident:${currency}`,
    paymentMethodId,
    consent: true,
    idempotencyKey: `o${orders}`,
  };
  const selection = "purchase { id state challengeUrl } userErrors { code message }";
  const answer = await buyer.ask(
    `mutation ($input: PurchaseIncidentInput!) { purchaseIncident(input: $input) { ${selection} } }`,
    { input: { ...input, ...(billing === undefined ? {} : { billing }) } },
  );
  if (answer.errors.length > 0 || !answer.data.purchaseIncident.purchase) throw new Error(JSON.stringify(answer));
  return answer.data.purchaseIncident;
};

const buy = async (buyer: Visitor, method: string, currency: string, billing?: object): Promise<Payload> => {
  const bought = await order(buyer, method, currency, billing);
  if (bought.userErrors.length > 0) throw new Error(JSON.stringify(bought));
  return bought;
};
