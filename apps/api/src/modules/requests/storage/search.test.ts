/** What is typed finds what is written, the same on both databases: a contact's requests, the queue, people and agreements (K8). */
import { EVERYTHING_OPEN } from "@accord/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import {
  aContact,
  anEvent,
  aRequest,
  CATALOGUE,
  makeAccount,
  makePlan,
  NOW,
} from "../../../../../../tests/support/storage-world.js";
import type { Database } from "../../../kernel/db/index.js";
import { managedPlanStore } from "../../agreements/module.js";
import { catalogueStore } from "../../catalogue/module.js";
import { queueStore } from "../../desk/module.js";
import { accountStore } from "../../identity/module.js";
import { requestStore } from "./request-writes.js";

type Texts = {
  readonly title?: string;
  readonly description?: string;
  readonly message?: string;
  readonly note?: string;
};
type Row = readonly [name: string, texts: Texts, finds: readonly string[], not: readonly string[]];
/** For a contact: parts of number, title, description and messages. */
const TABLE: readonly Row[] = [
  ["Polish", { title: "Łódź offline" }, ["lodz", "ŁÓDŹ", "ódź off"], ["lodz2"]],
  ["German", { description: "Die Größe der STRAẞE" }, ["strasse", "grosse", "größe straße"], ["straze"]],
  ["Romanian", { message: "Stația ţine minte" }, ["statia", "ŞTAŢIA", "ține"], ["note"]],
  ["Turkish", { title: "Iğdır ışık" }, ["igdir", "isik"], []],
  ["full-width", { title: "Ｗｉｎｄｏｗｓ １１" }, ["windows 11", "１１"], []],
  ["Japanese", { title: "画面が真っ白になる" }, ["真っ白", "面が", "面"], ["面白"]],
  ["Chinese", { message: "登录失败后无法恢复" }, ["失败", "无法恢复"], ["成功"]],
  ["Thai", { description: "เครื่องพิมพ์ไม่ทำงาน" }, ["พิมพ์", "ทำงาน"], ["ฝน"]],
  ["code", { description: "Error 0x8004010F." }, ["8004010f", "0x8004010F", "0X8004"], ["8004020f"]],
  ["code, bare", { message: "It says 80070005 here" }, ["0x80070005", "80070005"], []],
  ["inside of a word", { title: "MSExchangeIS stops" }, ["exchange", "stops exchange"], ["50%"]],
  ["across", { title: "Printer", description: "third floor", message: "toner" }, ["toner PRINTER floor"], []],
  ["internal", { title: "Quiet", note: "pineapple" }, ["quiet"], ["pineapple", "quiet pineapple"]],
];

describeOnBothDatabases("search", (databases) => {
  let db: Database;
  let ana: string;
  beforeAll(async () => {
    db = await databases.open();
    await db.transaction("test.catalogue", (tx) => tx.of(catalogueStore).replace(CATALOGUE));
    ana = await makeAccount(db, "ana");
  });
  const make = async ({ title = "Untitled", description = "Nothing", message, note }: Texts) => {
    const request = aRequest({ submitterId: ana, title, description });
    const said = (text: string, isInternal: boolean) =>
      anEvent(request, { kind: isInternal ? "NOTE" : "REPLY", text, isInternal, status: null });
    const entries = [
      anEvent(request),
      ...(message === undefined ? [] : [said(message, false)]),
      ...(note === undefined ? [] : [said(note, true)]),
    ];
    await db.transaction("test.request", (tx) =>
      tx.of(requestStore).create(request, [aContact(request, { accountId: ana })], entries),
    );
    return { request, entries };
  };
  const mine = async (search: string) => {
    const viewer = { id: ana, provenEmail: null };
    const { rows } = await db.read.of(requestStore).pageForAccount(viewer, { search }, { first: 100, after: null });
    expect(await db.read.of(requestStore).countForAccount(viewer, { search })).toBe(rows.length);
    return rows.map(({ id }) => id);
  };
  const queued = async (search: string) => {
    const question = {
      viewer: { id: ana, teamIds: [], isWorker: true, isLead: true },
      filter: EVERYTHING_OPEN,
      statuses: null,
      productVersionIds: null,
      search,
      now: NOW,
    };
    return (await db.read.of(queueStore).page(question, { first: 100, after: null })).rows.map(({ id }) => id);
  };

  it.each(TABLE)("K8, F41: %s", async (_name, texts, finds, not) => {
    const { request } = await make(texts);
    for (const search of finds)
      expect([search, await mine(search)]).toEqual([search, expect.arrayContaining([request.id])]);
    for (const search of not)
      expect([search, await mine(search)]).not.toEqual([search, expect.arrayContaining([request.id])]);
  });

  it("K8: a number is found in blocks, with hyphens, full-width, and in the brackets of a subject", async () => {
    const { request } = await make({ title: "Numbered" });
    const blocks = request.number.match(/\d{4}/g) ?? [];
    for (const search of [
      request.number,
      blocks.join(" "),
      blocks.join("-"),
      `[${request.number}]`,
      `Re: [${blocks.join(" ")}] words of a subject`,
      request.number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ])
      expect([search, await mine(search), await queued(search)]).toEqual([search, [request.id], [request.id]]);
  });

  it("F52, K8: the queue finds pieces of unspaced scripts, letters that do not decompose, and codes without 0x", async () => {
    const japanese = await make({ title: "画面が真っ白になる" });
    const { request } = await make({ title: "Mięso Øl: STRASSE ｶﾞ", description: "0x8004AB0F ไม่ทำงาน" });
    expect(await queued("真っ白")).toContain(japanese.request.id);
    for (const search of ["mieso", "øl", "straße", "ガ", "8004ab0f", "0x8004AB0F", "ทำงาน"])
      expect([search, await queued(search)]).toEqual([search, expect.arrayContaining([request.id])]);
    expect(await queued("白面")).toEqual([]);
  });

  it("K8: a message that was edited is found by its new words alone", async () => {
    const { request, entries } = await make({ message: "zażółć" });
    expect(await mine("ZAZOLC")).toEqual([request.id]);
    await db.transaction("test.edit", (tx) => tx.of(requestStore).editEntry(entries.at(-1)?.id ?? "", "plain", NOW));
    expect(await mine("zazolc")).toEqual([]);
    expect(await mine("plain")).toEqual([request.id]);
  });

  describe("people and agreements", () => {
    const NAME = { givenName: "Łucja", familyName: "Großmann" };
    it("K8, F56: are found by parts of a name in any order, folded, and by a whole address", async () => {
      const person = await makeAccount(db, "lucja");
      await db.transaction("test.name", (tx) => tx.of(accountStore).saveOwnName(person, NAME, NOW));
      const planId = await makePlan(db, [person], { incidents: 1 });
      const issued = await makePlan(db, [], { incidents: 1 });
      const recipient = { name: "Søren Ærø", email: "s@example.com", language: "en" } as const;
      await db.transaction("test.recipient", (tx) => tx.of(managedPlanStore).saveRecipient(issued, recipient));
      const people = async (text: string) =>
        (await db.read.of(accountStore).page({ text }, { first: 9, after: null })).rows.map(({ id }) => id);
      const plans = async (holder: string) =>
        (await db.read.of(managedPlanStore).page({ holder, now: NOW }, { first: 9, after: null })).rows.map(
          ({ id }) => id,
        );
      for (const search of ["lucja", "GROSSMANN łuc", "großmann", "lucja@example.com"]) {
        expect([search, await people(search)]).toEqual([search, [person]]);
        expect([search, await plans(search)]).toEqual([search, [planId]]);
      }
      for (const search of ["soren aero", "ÆRØ", "s@example.com"]) expect(await plans(search)).toEqual([issued]);
      expect(await people("soren")).toEqual([]);
    });
  });
});
