/** Offers as a buyer sees them, saved cards, and what is checked of stored purchases (R50, R74, R75, R77, E19, F25-F27; V3). */
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";
import { buy, saveCard, type TestShop } from "../../../../../tests/support/test-shop.js";
import { purchaseStore } from "./storage/purchase.store.js";

const OFFERS = `query ($country: CountryCode, $version: ID) { incidentOffers(country: $country, productVersionId: $version) {
  currencyCode isFallbackCurrency offers { id: offerId packSize amountMinor taxName taxBasisPoints isUsable unavailableBecause { code message remedies { kind } } }
  notSold { packSize programme { id: slug } message } nothingSold { message remedy } advice { usedLast12Months expectedUnused breakEven recommendsPack message } } }`;

describeOnBothDatabases("offers and cards", (databases) => {
  let api: TestApi;
  let payments: TestShop;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), withShop: true });
    if (api.payments === null) throw new Error("no shop");
    payments = api.payments;
    return () => payments.remove();
  });
  const offers = async (person: Person, variables = {}, headers = {}) =>
    (await person.ask(OFFERS, variables, headers)).data.incidentOffers;

  it("R74, E19, F26: by the buyer's country: prices, tax, and what is not sold there, with the reason", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    const here = await offers(person);
    expect(here).toMatchObject({ currencyCode: "RON", isFallbackCurrency: false, notSold: [], nothingSold: null });
    expect(here.offers.map(({ id }: { id: string }) => id)).toEqual([
      "pay-per-incident:RON",
      "professional-support-5-pack:RON",
    ]);
    expect(here.offers[0]).toMatchObject({ taxName: "VAT", taxBasisPoints: 2100, isUsable: true });
    const there = await offers(person, { country: "MD" }, { "accept-language": "ro" });
    expect(there).toMatchObject({ currencyCode: "USD", isFallbackCurrency: true, advice: null });
    expect(there.offers[0].taxName).toBe("TVA");
    expect(there.notSold[0].message).toContain("Pachetul de 5 incidente nu se vinde");
  });

  it("K8: where nothing is sold the reason is true there, and there is a way out, in both languages", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    for (const language of ["en", "ro"]) {
      const there = await offers(person, { country: "CU" }, { "accept-language": language });
      expect(there.offers).toEqual([]);
      expect(there.nothingSold.message.length).toBeGreaterThan(10);
      expect(there.nothingSold.remedy).toContain(language === "en" ? "Add a support agreement" : "Adăugați un acord");
      expect(there.notSold.length).toBeGreaterThan(0);
      for (const { message } of there.notSold) expect(message).not.toMatch(/one by one|unul câte unul/);
    }
    const some = await offers(person, { country: "MD" });
    expect(some.notSold[0].message).toContain("one by one");
  });

  it("K8: what can be bought depends on the country that is asked about", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    const { plan } = (await buy(person, await saveCard(person, payments))).data.purchaseIncident;
    await openRequest(person, plan.id);
    const ask = (country: string) =>
      person.ask(
        `query ($c: CountryCode) { availablePlans(productVersionId: "windows-server-2019", country: $c) { plan { id } }
          unavailablePlans(productVersionId: "windows-server-2019", country: $c) { reasons { remedies { kind } } } }`,
        { c: country },
      );
    const kinds = async (country: string): Promise<string[]> =>
      (await ask(country)).data.unavailablePlans[0].reasons[0].remedies.map(({ kind }: { kind: string }) => kind);
    expect(await kinds("RO")).toContain("BUY_INCIDENT");
    expect(await kinds("CU")).not.toContain("BUY_INCIDENT");
    expect(errorCodes(await ask("QZ"))).toContain("BAD_USER_INPUT");
  });

  it("R50: judged for the chosen version before a card is asked: an old one is covered, one past its end is not", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    const old = await offers(person, { version: "windows-server-2019" });
    expect(old.offers.every(({ isUsable }: { isUsable: boolean }) => isUsable)).toBe(true);
    const ended = await offers(person, { version: "windows-server-2012-r2" });
    expect(ended.offers[0]).toMatchObject({
      isUsable: false,
      unavailableBecause: [{ code: "LIFECYCLE_PHASE_NOT_COVERED" }],
    });
    const remedies = ended.offers[0].unavailableBecause[0].remedies.map(({ kind }: { kind: string }) => kind);
    expect(remedies).not.toContain("BUY_INCIDENT");
    expect(errorCodes(await person.ask(OFFERS, { version: "nothing" }))).toEqual(["NOT_FOUND"]);
  });

  it("R75, F27: advice by one's own last twelve months", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    expect((await offers(person)).advice).toMatchObject({
      usedLast12Months: 0,
      expectedUnused: 5,
      breakEven: 5,
      recommendsPack: false,
      message: expect.stringContaining("You used no incident"),
    });
    const cardId = await saveCard(person, payments);
    const { plan } = (await buy(person, cardId)).data.purchaseIncident;
    await openRequest(person, plan.id);
    expect((await offers(person)).advice).toMatchObject({ usedLast12Months: 1, expectedUnused: 4 });
  });

  it("R50: who could buy is told so as the remedy; a work account is not", async () => {
    const ask = async (person: Person, planId: string) =>
      (
        await person.ask(
          `{ unavailablePlans(productVersionId: "windows-server-2019") { plan { id } reasons { remedies { kind } } } }`,
        )
      ).data.unavailablePlans
        .find((one: { plan: { id: string } }) => one.plan.id === planId)
        .reasons[0].remedies.map(({ kind }: { kind: string }) => kind);
    const person = await api.person({ kind: "PERSONAL" });
    const { plan } = (await buy(person, await saveCard(person, payments))).data.purchaseIncident;
    await openRequest(person, plan.id);
    expect(await ask(person, plan.id)).toContain("BUY_INCIDENT");
    const work = await api.person({ kind: "WORK" });
    const { planId } = await makeAgreement(api, [work], { programmeId: "visual-studio-enterprise" });
    expect(await ask(work, planId)).toContain("USE_PERSONAL_ACCOUNT");
    expect(await ask(work, planId)).not.toContain("BUY_INCIDENT");
  });

  it("R77, F25: the first card is offered first; another can be put first; a removed one makes room", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    const first = await saveCard(person, payments);
    api.clock.advance(1);
    const second = await saveCard(person, payments, "5555555555554444");
    const list = async () =>
      (await person.ask("{ paymentMethods { id isDefault } }")).data.paymentMethods.map(
        ({ id, isDefault }: { id: string; isDefault: boolean }) => [id, isDefault],
      );
    expect(await list()).toEqual([
      [first, true],
      [second, false],
    ]);
    const verb = (name: string, id: string) =>
      person.ask(`mutation ($id: ID!) { ${name}(input: { paymentMethodId: $id }) { userErrors { code } } }`, { id });
    await verb("updateDefaultPaymentMethod", second);
    expect(await list()).toEqual([
      [second, true],
      [first, false],
    ]);
    await verb("removePaymentMethod", second);
    expect(await list()).toEqual([[first, true]]);
    const stranger = await api.person({ kind: "PERSONAL" });
    for (const name of ["updateDefaultPaymentMethod", "removePaymentMethod"]) {
      const text = `mutation ($id: ID!) { ${name}(input: { paymentMethodId: $id }) { userErrors { code } } }`;
      expect(errorCodes(await stranger.ask(text, { id: first }))).toEqual(["NOT_FOUND"]);
      expect(errorCodes(await person.withToken("purchases:write").ask(text, { id: first }))).toEqual(["FORBIDDEN"]);
    }
  });

  it("V3: sees a purchase that was paid and not granted, and receipts with a gap", async () => {
    const person = await api.person({ kind: "PERSONAL" });
    const { purchase } = (await buy(person, await saveCard(person, payments))).data.purchaseIncident;
    const checks = async () =>
      (await api.db.verify(api.clock.now())).map(({ check, message }) => `${check} ${message}`);
    expect(await checks()).toEqual([]);
    const at = api.clock.now();
    await api.db.transaction("planted", (tx) => tx.of(purchaseStore).update(purchase.id, { state: "DECLINED" }, at));
    expect(await checks()).toHaveLength(2);
    await api.db.transaction("repaired", (tx) => tx.of(purchaseStore).update(purchase.id, { state: "SUCCEEDED" }, at));
    await api.db.transaction("planted", (tx) => tx.of(purchaseStore).nextReceiptCount(2026));
    expect(await checks()).toEqual(["V3 the receipts of 2026 are not numbered without gaps"]);
  });
});

describeOnBothDatabases("where nothing is sold", (databases) => {
  it("R23: offers are empty, and a purchase is refused as not enabled", async () => {
    const api = await createTestApi({ db: await databases.open() });
    const person = await api.person({ kind: "PERSONAL" });
    const { data } = await person.ask(OFFERS);
    expect(data.incidentOffers).toMatchObject({
      offers: [],
      notSold: [],
      advice: null,
      nothingSold: { message: "This portal does not sell incidents." },
    });
    const refused = (await buy(person, "pmt_none")).data.purchaseIncident.userErrors;
    expect(refused.map(({ code }: { code: string }) => code)).toEqual(["PURCHASE_NOT_ENABLED"]);
  });
});
