import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../testing/arbitraries.js";
import { AS_OF, accountOf, countries, needOf, planOf, portalOf, topicOf, versions } from "../../testing/seed-world.js";
import { isAvailable, judgeEntitlement } from "../entitlement/judge-entitlement.js";
import type { SupportPlan } from "../plan/support-plan.js";
import { ownContact } from "./contacts.js";
import { decideSubmission } from "./decide-submission.js";
import type { SubmissionContext, SubmissionInput } from "./step-checks.js";

const account = accountOf();
const plan = planOf("partner-product-support-20", "2026-03-02");

const contextOf = (version: string, chosen: SupportPlan = plan, at: number = AS_OF): SubmissionContext => {
  const need = needOf(version, at);
  return {
    account,
    product: need.product,
    version: need.version,
    topic: topicOf(need.product),
    portal: portalOf(need.product),
    judged: judgeEntitlement(chosen, need),
    countries,
  };
};
const inputOf = (version: string, changes: Partial<SubmissionInput> = {}): SubmissionInput => {
  const category = topicOf(needOf(version).product).categories[0];
  return {
    productVersionId: version,
    categoryId: category?.id ?? null,
    problemId: category?.problems[0]?.id ?? null,
    title: "Replication stops",
    description: " Stored as typed,\n\twith its spaces. ",
    planId: plan.id,
    severity: "MODERATE",
    support24x7: false,
    country: "RO",
    timeZone: "Europe/Bucharest",
    primaryContact: ownContact(account),
    additionalContacts: [],
    ...changes,
  };
};
const SERVER = "windows-server-2025";
const submit = (changes: Partial<SubmissionInput> = {}, context: Partial<SubmissionContext> = {}, version = SERVER) =>
  decideSubmission({ input: inputOf(version, changes), ...contextOf(version), ...context });
const refused = (...question: Parameters<typeof submit>): string[] => {
  const result = submit(...question);
  return result.ok ? [] : result.refusals.map((refusal) => `${refusal.code} ${refusal.path?.join(".") ?? "-"}`);
};

describe("R86: submitting", () => {
  it("R1, R6, R34, R86: a complete request is accepted, its text stored exactly as typed", () => {
    const result = submit();
    expect(result).toMatchObject({
      ok: true,
      value: {
        planId: plan.id,
        title: "Replication stops",
        description: " Stored as typed,\n\twith its spaces. ",
        isSubmitterContact: true,
        zoneCheck: "OK",
        additionalContacts: [],
      },
    });
  });
  it("R3: at any hour of any day: a whole week, hour by hour", () => {
    for (let hour = 0; hour < 168; hour += 1) {
      expect(
        decideSubmission({ input: inputOf(SERVER), ...contextOf(SERVER, plan, AS_OF + hour * 3_600_000) }).ok,
      ).toBe(true);
    }
  });
  it("R2: one workflow for several programmes: what differs is the plan", () => {
    for (const programme of ["partner-product-support-20", "visual-studio-enterprise", "professional-support-5-pack"]) {
      const other = planOf(programme, "2026-03-02", { id: plan.id });
      expect(decideSubmission({ input: inputOf(SERVER), ...contextOf(SERVER, other) }).ok).toBe(true);
    }
  });
  it("R33, R60, R68, R70, R80: an empty form: every missing field at once, with its path", () => {
    const empty = {
      productVersionId: null,
      categoryId: null,
      problemId: null,
      title: "",
      description: "  ",
      planId: null,
      severity: null,
      country: null,
      timeZone: null,
      primaryContact: null,
    };
    expect(refused(empty, { product: null, version: null, topic: null, portal: null, judged: null })).toEqual(
      [
        "productVersionId",
        "categoryId",
        "problemId",
        "title",
        "description",
        "planId",
        "severity",
        "country",
        "timeZone",
        "primaryContact",
      ].map((path) => `INPUT_REQUIRED ${path}`),
    );
  });
  it.each<[string, Partial<SubmissionInput>, string]>([
    ["R60: a category of another family", { categoryId: "nothing-here" }, "INPUT_INVALID categoryId"],
    ["R60: a problem of another category", { problemId: "nothing-here" }, "INPUT_INVALID problemId"],
    ["R60: a version of another product", { productVersionId: "sql-server-2022" }, "INPUT_INVALID productVersionId"],
    ["R6: a title too long", { title: "x".repeat(201) }, "INPUT_TOO_LONG title"],
    ["R6: control characters in the description", { description: "a\u0000b" }, "INPUT_INVALID description"],
    ["R40: a plan that is not among the account's", { planId: "pln_of_somebody_else" }, "INPUT_INVALID planId"],
    ["R68: a severity that does not exist", { severity: "URGENT" as "CRITICAL" }, "INPUT_INVALID severity"],
    ["R69: 24/7 without critical", { support24x7: true }, "SUPPORT_24X7_NEEDS_CRITICAL support24x7"],
    ["R70: a country that does not exist", { country: "ZZ" }, "INPUT_INVALID country"],
    ["R70: a zone that does not exist", { timeZone: "Mars/Olympus" }, "INPUT_INVALID timeZone"],
    [
      "R80: a primary contact without an address",
      { primaryContact: { ...ownContact(account), email: "nope" } },
      "INPUT_INVALID primaryContact.email",
    ],
    [
      "R82: an additional contact without an address",
      { additionalContacts: [{ ...ownContact(account), email: "", isSelf: false }] },
      "INPUT_REQUIRED additionalContacts.0.email",
    ],
    [
      "R82: more contacts than fifty",
      {
        additionalContacts: Array.from({ length: 50 }, (_, index) => ({
          ...ownContact(account),
          isSelf: false,
          email: `p${index}@x.example`,
        })),
      },
      "CONTACT_LIMIT_REACHED additionalContacts",
    ],
  ])("%s is refused", (_title, changes, expected) => expect(refused(changes)).toEqual([expected]));
  it("R60: a topic of another family is no topic", () => {
    expect(refused({}, { topic: topicOf(needOf("sql-server-2022").product) })).toContain("INPUT_INVALID categoryId");
  });
  it("R69: 24/7 with critical is accepted", () => {
    expect(submit({ severity: "CRITICAL", support24x7: true })).toMatchObject({
      ok: true,
      value: { support24x7: true },
    });
  });
  it("E5: a zone of another country is accepted, with a warning", () => {
    expect(submit({ timeZone: "Asia/Tokyo" })).toMatchObject({ ok: true, value: { zoneCheck: "ZONE_NOT_IN_COUNTRY" } });
  });
  it("E6, E7: people are stored once, in one form", () => {
    const twice = [
      { ...ownContact(account), isSelf: false, email: ` ${account.email.toUpperCase()} ` },
      { ...ownContact(account), isSelf: false, email: "B@x.example", phone: "0040 722 123 457" },
    ];
    const result = submit({ additionalContacts: twice });
    expect(result.ok && result.value.additionalContacts).toMatchObject([
      { email: "b@x.example", phone: "+40722123457" },
    ]);
  });
  it("E8, R88: without the submitter among the contacts it is accepted, and said", () => {
    const colleague = { ...ownContact(account), isSelf: false, email: "mihai.popa@carpatia.example" };
    expect(submit({ primaryContact: colleague })).toMatchObject({ ok: true, value: { isSubmitterContact: false } });
    expect(submit({ primaryContact: colleague, additionalContacts: [ownContact(account)] })).toMatchObject({
      ok: true,
      value: { isSubmitterContact: true },
    });
  });
  it("R52: not before the profile", () => {
    expect(refused({}, { account: { ...account, profile: null } })).toEqual(["PROFILE_INCOMPLETE -"]);
  });
  it("R25-R29: a product of another portal: that, and nothing else about the form", () => {
    expect(refused({ title: "" }, {}, "azure-virtual-machines-current")).toEqual([
      "HANDLED_BY_OTHER_PORTAL productVersionId",
    ]);
  });
});

describe("E1, E2: the plan is judged again at submit", () => {
  const withPlan = (changes: Partial<SupportPlan>, at: number = AS_OF) =>
    decideSubmission({ input: inputOf(SERVER), ...contextOf(SERVER, { ...plan, ...changes }, at) });
  it.each<[string, Partial<SupportPlan>, string]>([
    ["E1: emptied by a colleague", { incidentsRemaining: 0 }, "NO_INCIDENTS_LEFT"],
    ["M-10: revoked", { revokedAt: 1 }, "REVOKED"],
  ])("%s: PLAN_UNAVAILABLE", (_title, changes, reason) => {
    expect(withPlan(changes)).toMatchObject({
      ok: false,
      refusals: [{ code: "PLAN_UNAVAILABLE", path: ["planId"], params: { reason } }],
    });
  });
  it("E2, M-8: available to the last millisecond, refused at the end", () => {
    expect(withPlan({}, plan.endsAt - 1).ok).toBe(true);
    expect(withPlan({}, plan.endsAt)).toMatchObject({
      ok: false,
      refusals: [{ code: "PLAN_UNAVAILABLE", params: { reason: "EXPIRED", number: 1 } }],
    });
  });
  it("M-9: no zone of the request moves the end", () => {
    for (const timeZone of [
      "Pacific/Kiritimati",
      "Etc/GMT+12",
      "America/St_Johns",
      "Asia/Kolkata",
      "Pacific/Apia",
      "UTC",
    ]) {
      const result = decideSubmission({
        input: inputOf(SERVER, { timeZone }),
        ...contextOf(SERVER, plan, plan.endsAt + 1000),
      });
      expect(result).toMatchObject({ ok: false, refusals: [{ code: "PLAN_UNAVAILABLE" }] });
    }
  });
  it("R34: a complete form is accepted exactly when its plan has no reason against it", () => {
    const here = versions.map((version) => version.id).filter((id) => portalOf(needOf(id).product).isHere);
    fc.assert(
      fc.property(anyPlan, fc.constantFrom(...here), (chosen, version) => {
        const context = contextOf(version, chosen);
        const result = decideSubmission({ input: inputOf(version, { planId: chosen.id }), ...context });
        expect(result.ok).toBe(context.judged !== null && isAvailable(context.judged));
      }),
      { numRuns: 300 },
    );
  });
});
