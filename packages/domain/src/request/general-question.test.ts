/** Questions about no product: who may ask, what they become, who answers (R99, S7). */
import { describe, expect, it } from "vitest";
import { accountOf, portals } from "../../testing/seed-world.js";
import type { RoutingRow, Team } from "../team/team.js";
import {
  decideGeneralQuestion,
  type GeneralTopic,
  isGeneralSubject,
  type QuestionInput,
  retiredTopic,
  routeQuestion,
  subjectIdOf,
  subjectOf,
} from "./general-question.js";

const topic: GeneralTopic = {
  id: "bill",
  name: "Receipt or bill",
  nameRo: "Chitanță sau factură",
  description: "",
  descriptionRo: "",
  links: [],
  teamId: "customer-service",
};
const account = accountOf();
const input: QuestionInput = { topicId: "bill", title: "A bill to our company", description: "\tAs typed. " };
const ask = (changes: Partial<QuestionInput> = {}, about: Partial<Parameters<typeof decideGeneralQuestion>[0]> = {}) =>
  decideGeneralQuestion({ account, topic, input: { ...input, ...changes }, ...about });
const refused = (...question: Parameters<typeof ask>): string[] => {
  const decided = ask(...question);
  return decided.ok ? [] : decided.refusals.map(({ code, path }) => `${code} ${path?.join(".") ?? "-"}`);
};

describe("R99, S7: a question about no product", () => {
  it("R99: becomes a request without a plan, of the least severity, where the asker is; text stays as typed", () => {
    expect(ask()).toMatchObject({
      ok: true,
      value: {
        planId: null,
        productVersionId: "question.bill",
        problemId: "bill",
        title: "A bill to our company",
        description: "\tAs typed. ",
        severity: "MINIMAL",
        support24x7: false,
        country: account.profile?.country,
        timeZone: account.profile?.timeZone,
        primaryContact: { email: account.email, isSelf: true },
        additionalContacts: [],
      },
    });
  });

  it("R99: every refusal at once, each with its field; an incomplete profile comes first", () => {
    expect(refused({ title: "", description: " " }, { topic: null })).toEqual([
      "INPUT_INVALID topicId",
      "INPUT_REQUIRED title",
      "INPUT_REQUIRED description",
    ]);
    expect(refused({ title: "x".repeat(201) })).toEqual(["INPUT_TOO_LONG title"]);
    expect(refused({ title: "" }, { account: { ...account, profile: null } })).toEqual(["PROFILE_INCOMPLETE -"]);
    expect(refused({}, { account: { ...account, email: "nobody" } })).toEqual(["INPUT_INVALID primaryContact.email"]);
  });

  it("R99: a topic stands in the words of the catalogue, under an id no product can have", () => {
    const here = portals.find(({ isHere }) => isHere);
    const subject = subjectOf(topic, { id: here?.id ?? "" });
    expect(subject.version).toMatchObject({ id: subjectIdOf(topic), productId: subject.product.id, name: topic.name });
    expect(subject.category.problems).toEqual([
      { id: "bill", name: "Receipt or bill", nameRo: "Chitanță sau factură" },
    ]);
    expect(isGeneralSubject(subject.version.id)).toBe(true);
    expect(isGeneralSubject("windows-server-2025")).toBe(false);
    expect(subjectIdOf(retiredTopic("question.gone"))).toBe("question.gone");
  });
});

describe("R99: who answers a question", () => {
  const team = (id: string): Team => ({
    id,
    name: id,
    nameRo: id,
    timeZone: "Europe/Bucharest",
    languages: ["en"],
    hours: { weekdays: [1, 2, 3, 4, 5], start: 540, end: 1080 },
    memberIds: [],
    onCall: [],
  });
  const everything: RoutingRow = {
    teamId: "emea",
    countries: null,
    regions: null,
    timeZones: null,
    languages: null,
    severities: null,
    support24x7: null,
    isInHours: null,
  };
  const facts = {
    country: "RO",
    regionId: "europe",
    timeZone: "Europe/Bucharest",
    language: "ro",
    severity: "MINIMAL",
    support24x7: false,
  } as const;
  const route = (teams: readonly Team[]) =>
    routeQuestion(topic, facts, { dataVersion: "1", teams, rows: [everything] }, 0);

  it("R99: the team of its topic, whatever the table says", () => {
    expect(route([team("emea"), team("customer-service")])).toEqual({
      teamId: "customer-service",
      rows: [],
      onCallIds: [],
      at: 0,
    });
  });

  it("R99: where that team is gone, the table decides", () => {
    expect(route([team("emea")])).toMatchObject({ teamId: "emea", rows: [{ position: 1, isMatch: true }] });
    expect(route([])).toMatchObject({ teamId: null });
  });
});
