/** Drafts keep whatever was typed, for their account alone and for thirty days (F32, E2) on both databases. */
import { type DraftContent, EMPTY_DRAFT } from "@accord/domain";
import { beforeAll, expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../../tests/support/databases.js";
import { codesOf } from "../../../../../../tests/support/test-agreements.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../../tests/support/test-api.js";
import { newId } from "../../../kernel/db/index.js";
import { draftStore } from "../../drafts/module.js";

const DAY = 86_400_000;
const SAVE = `mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { userErrors { code path } draft { id revision expiresAt productVersion { id: slug }
  content { productId productVersionId categoryId problemId title description planId severity support24x7 country timeZone completedSteps
    primaryContact { givenName familyName email phone preferredContactMethod isSelf } additionalContacts { email isSelf } } } } }`;
const save = (person: Person, input: object) => person.ask(SAVE, { input });

describeOnBothDatabases("drafts", (databases) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open() });
  });

  it("an empty one begins; a later save keeps everything that was typed, right or wrong", async () => {
    const person = await api.person();
    const begun = (await save(person, { content: {} })).data.saveDraft.draft;
    expect(begun).toMatchObject({
      revision: 1,
      productVersion: null,
      content: { title: "", additionalContacts: [], completedSteps: [], support24x7: false },
    });
    const content = {
      productId: "windows-server",
      productVersionId: "windows-server-2025",
      categoryId: "nothing",
      problemId: null,
      title: "É ș ț 👩‍💻 ‮",
      description: "one\r\ntwo\tthree\n",
      planId: "pln_nothing",
      severity: "CRITICAL",
      support24x7: true,
      country: "RO",
      timeZone: "Europe/Bucharest",
      completedSteps: ["PROBLEM", "PLAN"],
      primaryContact: {
        givenName: "Ion",
        familyName: "",
        email: "ion@",
        phone: "07",
        preferredContactMethod: "PHONE",
        isSelf: true,
      },
      additionalContacts: [{ email: "a@b.example" }, {}],
    };
    const saved = (await save(person, { draftId: begun.id, revision: 1, content })).data.saveDraft;
    expect(saved.userErrors).toEqual([]);
    expect(saved.draft).toMatchObject({ id: begun.id, revision: 2, productVersion: { id: "windows-server-2025" } });
    expect(saved.draft.content).toEqual({
      ...content,
      additionalContacts: [
        { email: "a@b.example", isSelf: false },
        { email: "", isSelf: false },
      ],
    });
    const read = await person.ask(
      `{ draft(id: "${begun.id}") { content { title description } } myDrafts { id revision } }`,
    );
    expect(read.data.draft.content).toEqual({ title: content.title, description: content.description });
    expect(read.data.myDrafts).toEqual([{ id: begun.id, revision: 2 }]);
  });

  it("of two saves of one revision the second is told CHANGED_MEANWHILE, and the first stays", async () => {
    const person = await api.person();
    const { id } = (await save(person, { content: { title: "0" } })).data.saveDraft.draft;
    const answers = await Promise.all(
      ["a", "b", "c"].map((title) => save(person, { draftId: id, revision: 1, content: { title } })),
    );
    expect(answers.map((answer) => codesOf(answer.data.saveDraft).join()).sort()).toEqual([
      "",
      "CHANGED_MEANWHILE",
      "CHANGED_MEANWHILE",
    ]);
    expect((await person.ask(`{ draft(id: "${id}") { revision } }`)).data.draft.revision).toBe(2);
    expect(codesOf((await save(person, { draftId: id, content: { title: "no revision" } })).data.saveDraft)).toEqual([
      "CHANGED_MEANWHILE",
    ]);
  });

  it("K7: the same save sent again changes nothing; under its key it is answered as done, and the newest text stays", async () => {
    const person = await api.person();
    const { id } = (await save(person, { content: { title: "0" } })).data.saveDraft.draft;
    const first = { draftId: id, revision: 1, content: { title: "1" }, idempotencyKey: "a save" };
    expect((await save(person, first)).data.saveDraft.draft.revision).toBe(2);
    const { idempotencyKey: _key, ...keyless } = first;
    expect(codesOf((await save(person, keyless)).data.saveDraft)).toEqual(["CHANGED_MEANWHILE"]);
    await save(person, { draftId: id, revision: 2, content: { title: "2" } });
    const again = (await save(person, first)).data.saveDraft;
    expect(again).toMatchObject({ userErrors: [], draft: { id, revision: 3, content: { title: "2" } } });
    await person.ask(`mutation { deleteDraft(input: { draftId: "${id}" }) { deletedDraftId } }`);
    expect(errorCodes(await save(person, first))).toEqual(["NOT_FOUND"]);
  });

  it("belongs to its account: another one cannot read, save or discard it", async () => {
    const [person, other] = [await api.person(), await api.person()];
    const { id } = (await save(person, { content: { title: "Mine" } })).data.saveDraft.draft;
    expect(errorCodes(await other.ask(`{ draft(id: "${id}") { id } }`))).toEqual(["NOT_FOUND"]);
    expect(errorCodes(await save(other, { draftId: id, revision: 1, content: {} }))).toEqual(["NOT_FOUND"]);
    const discard = `mutation { deleteDraft(input: { draftId: "${id}" }) { deletedDraftId } }`;
    expect(errorCodes(await other.ask(discard))).toEqual(["NOT_FOUND"]);
    expect((await person.ask(discard)).data.deleteDraft.deletedDraftId).toBe(id);
    expect(errorCodes(await person.ask(discard))).toEqual(["NOT_FOUND"]);
  });

  it("F32, F34: answers are kept as they were typed, right or wrong; what cannot be stored is refused at its place", async () => {
    const person = await api.person();
    const text =
      "mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { draft { content { answers { formSlug version values { name text integer flag } } } } userErrors { code path } } }";
    const keep = async (answers: object | null) =>
      (await person.ask(text, { input: { content: { answers } } })).data.saveDraft;
    const answers = [
      {
        formSlug: "gone",
        version: 7,
        values: [
          { name: "x", text: "É\n1" },
          { name: "y", integer: 3 },
        ],
      },
    ];
    expect((await keep(answers)).draft.content.answers).toEqual([
      {
        formSlug: "gone",
        version: 7,
        values: [
          { name: "x", text: "É\n1", integer: null, flag: null },
          { name: "y", text: null, integer: 3, flag: null },
        ],
      },
    ]);
    expect((await keep(null)).draft.content.answers).toEqual([]);
    const bad = await keep([{ formSlug: "a", version: 1, values: [{ name: "x", text: "x".repeat(4001) }] }]);
    expect(bad).toEqual({
      draft: null,
      userErrors: [{ code: "INPUT_TOO_LONG", path: ["content", "answers", "0", "values", "0", "text"] }],
    });
  });

  it("F32: a draft that an earlier version of the program kept is read, what it did not know being empty", async () => {
    const person = await api.person();
    const at = api.clock.now();
    const { answers: _answers, dialogueWalk: _walk, ...earlier } = { ...EMPTY_DRAFT, title: "Before the questions" };
    const draft = {
      id: newId("drf", at),
      accountId: person.account.id,
      content: earlier as DraftContent,
      revision: 1,
      createdAt: at,
      updatedAt: at,
      expiresAt: at + DAY,
    };
    await api.db.transaction("a draft of before", (tx) => tx.of(draftStore).save(draft, null));
    const read = await person.ask(
      `{ draft(id: "${draft.id}") { content { title answers { version } } } myDrafts { content { answers { version } } } }`,
    );
    expect(read.data).toEqual({
      draft: { content: { title: "Before the questions", answers: [] } },
      myDrafts: [{ content: { answers: [] } }],
    });
  });

  it("is gone thirty days after its last save, to the millisecond", async () => {
    const person = await api.person();
    const { id, expiresAt } = (await save(person, { content: { title: "Old" } })).data.saveDraft.draft;
    expect(Date.parse(expiresAt)).toBe(api.clock.now() + 30 * DAY);
    api.clock.advance(30 * DAY - 1);
    expect((await person.ask("{ myDrafts { id } }")).data.myDrafts).toEqual([{ id }]);
    api.clock.advance(1);
    expect((await person.ask("{ myDrafts { id } }")).data.myDrafts).toEqual([]);
    expect(errorCodes(await person.ask(`{ draft(id: "${id}") { id } }`))).toEqual(["NOT_FOUND"]);
    api.clock.advance(-30 * DAY);
  });

  it("F32: fifty are kept; one more is refused with what to do, those that are there go on, and one that is deleted or ended makes room", async () => {
    const person = await api.person();
    const ids: string[] = [];
    for (let begun = 0; begun < 50; begun += 1)
      ids.push((await save(person, { content: { title: `${begun}` } })).data.saveDraft.draft.id);
    for (const language of ["en", "ro"]) {
      const { saveDraft } = (
        await person.ask(
          `mutation { saveDraft(input: { content: {} }) { draft { id } userErrors { code path message remedy } } }`,
          {},
          { "accept-language": language },
        )
      ).data;
      expect(saveDraft).toMatchObject({ draft: null, userErrors: [{ code: "DRAFT_LIMIT_REACHED", path: null }] });
      expect(saveDraft.userErrors[0].message).toContain(
        language === "en" ? "50 unfinished requests" : "50 de solicitări neterminate",
      );
    }
    expect(codesOf((await save(await api.person(), { content: {} })).data.saveDraft)).toEqual([]);
    const [first = "", second = ""] = ids;
    const { saveDraft } = (await save(person, { draftId: first, revision: 1, content: { title: "on" } })).data;
    expect(saveDraft).toMatchObject({ userErrors: [], draft: { revision: 2 } });
    await person.ask(`mutation { deleteDraft(input: { draftId: "${second}" }) { deletedDraftId } }`);
    expect(codesOf((await save(person, { content: {} })).data.saveDraft)).toEqual([]);
    expect(codesOf((await save(person, { content: {} })).data.saveDraft)).toEqual(["DRAFT_LIMIT_REACHED"]);
    api.clock.advance(30 * DAY);
    expect(codesOf((await save(person, { content: {} })).data.saveDraft)).toEqual([]);
    api.clock.advance(-30 * DAY);
  });

  it("I-2: what cannot be read is made readable and kept; an address or id that cannot be stored, and what is far too long, is refused with its path", async () => {
    const person = await api.person();
    const typed = { title: "a\u0000b", description: "one\ftwo\u001b[31m" };
    const kept = (await save(person, { content: typed })).data.saveDraft;
    expect(kept).toMatchObject({
      userErrors: [],
      draft: { content: { title: "a\u2400b", description: "one\ntwo" } },
    });
    const { saveDraft } = (
      await save(person, {
        content: {
          description: "x".repeat(20_001),
          planId: "a\u0000b",
          productId: "\ud800",
          primaryContact: { email: "y".repeat(300) },
          additionalContacts: [{ email: "a\u0000b@carpatia.example" }],
        },
      })
    ).data;
    expect(saveDraft).toMatchObject({
      draft: null,
      userErrors: [
        { code: "INPUT_TOO_LONG", path: ["content", "description"] },
        { code: "INPUT_INVALID", path: ["content", "productId"] },
        { code: "INPUT_INVALID", path: ["content", "planId"] },
        { code: "INPUT_TOO_LONG", path: ["content", "primaryContact", "email"] },
        { code: "INPUT_INVALID", path: ["content", "additionalContacts", "0", "email"] },
      ],
    });
  });
});
