import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { articleIds, needOf, planOf, programmeOf, programmes } from "../../testing/seed-world.js";
import { LANGUAGES, type Language } from "../account/account.js";
import { judgeEntitlement } from "../entitlement/judge-entitlement.js";
import { REASONS } from "../entitlement/reasons/index.js";
import { REMEDY_KINDS } from "../entitlement/remedies.js";
import { describeCoverage } from "../plan/coverage.js";
import { REFUSALS } from "../shared/refusals.js";
import {
  checkMessageOf,
  coverageMessage,
  IMPORT_MESSAGES,
  messageOf,
  PACK_MESSAGES,
  PLAN_MESSAGES,
  PURCHASE_MESSAGES,
  READING_MESSAGES,
  REASON_MESSAGES,
  REFUSAL_MESSAGES,
  remedyMessageOf,
  writeDays,
} from "./index.js";
import type { Message } from "./message.js";

const format = (language: Language, text: string, params: Record<string, string | number> = {}): string =>
  String(new IntlMessageFormat(text, language).format(params));
const ALL = {
  found: "<b>",
  max: 20,
  left: 2,
  reason: "TYPE",
  what: "FILES",
  files: 50,
  mebibytes: 2048,
  limit: 50,
  days: 14,
  total: 20,
  on: "3 March 2026",
  version: "V",
  product: "P",
  programme: "G",
  programmeRo: "G",
  portal: "T",
  portalRo: "T",
  phase: "EXTENDED",
  hasDay: "yes",
  expected: "email",
  context: "purchase",
  act: "move",
  used: 2,
  unused: 3,
  breakEven: 5,
  incidents: 5,
  single: "yes",
  columns: 10,
  column: "startsOn",
  cell: "D2",
  cells: 12,
  fault: "DAY_OTHER",
  place: "startsOn",
  form: "CSV",
  encoding: "Windows-1250",
  separator: "semicolon",
  sheet: "Sheet1",
  ignored: "none",
  importId: "imp_1",
  line: 2,
  count: 3,
  first: 1,
  format: "json",
  name: "slug",
  value: "windows-server",
  start: "2027-01-01",
  end: "2026-01-01",
  options: "no, yes",
  usedBy: "PLANS",
};
const texts = (language: Language): string[] => {
  const plans = PLAN_MESSAGES[language];
  return [
    ...Object.values(REFUSAL_MESSAGES[language]).flatMap((one) => [one.message, one.remedy]),
    ...Object.values(IMPORT_MESSAGES[language]),
    ...Object.values(PACK_MESSAGES[language]),
    READING_MESSAGES[language],
    ...Object.values(plans.reasons).flatMap((one) => [one.message, one.remedy]),
    ...Object.values(plans.checks).flatMap((one) => [one.passed, one.failed]),
    ...Object.values(plans.remedies),
    ...Object.values(plans.sentences),
    plans.notJudged,
    plans.coverage,
    ...Object.values(PURCHASE_MESSAGES[language]).flatMap((part) =>
      Object.values<string | Message>(part).flatMap((one) =>
        typeof one === "string" ? one : [one.message, one.remedy],
      ),
    ),
  ];
};
const reasonFor = (programme: string, version: string, language: Language): string => {
  const plan = planOf(
    programme,
    "2026-03-02",
    programme === "software-assurance-24x7" ? { incidentsTotal: 1, incidentsRemaining: 1 } : {},
  );
  const reason = judgeEntitlement(plan, needOf(version)).unavailableBecause[0];
  if (reason === undefined) throw new Error("available");
  return format(
    language,
    messageOf(language, reason.code).message,
    writeDays(reason.params, (day) => `<${day}>`),
  );
};

describe("sentences in both languages", () => {
  it.each([...LANGUAGES])(
    "R66: %s has a message and a remedy for every reason and refusal, and no others",
    (language) => {
      expect(Object.keys(REFUSAL_MESSAGES[language]).sort()).toEqual(REFUSALS.map((refusal) => refusal.code).sort());
      expect(Object.keys(REASON_MESSAGES[language]).sort()).toEqual(REASONS.map((reason) => reason.code).sort());
      expect(Object.keys(PLAN_MESSAGES[language].remedies).sort()).toEqual([...REMEDY_KINDS].sort());
      for (const { code } of [...REFUSALS, ...REASONS]) {
        const { message, remedy } = messageOf(language, code);
        expect([message.trim() !== "", remedy.trim() !== ""]).toEqual([true, true]);
      }
    },
  );
  it.each([...LANGUAGES])("R66: every %s text is well-formed and needs only the parameters it is given", (language) => {
    for (const text of texts(language))
      expect(
        format(language, text, {
          ...ALL,
          delivery: "BOTH",
          phases: "MAINSTREAM",
          versionRule: "ANY",
          environment: "ANY",
          exceptions: "NONE",
        }),
      ).toMatch(/\p{L}.*[.)\p{L}]$/u);
  });
  it("R37-R39: a reason begins with the vendor's sentence of its number", () => {
    for (const language of LANGUAGES) {
      for (const reason of REASONS)
        expect(
          messageOf(language, reason.code).message.startsWith(PLAN_MESSAGES[language].sentences[reason.number]),
        ).toBe(true);
    }
    expect(PLAN_MESSAGES.en.sentences).toMatchObject({
      1: "Support plan has expired",
      2: "Support plan has no units available",
      8: "Support plan cannot be used for support on the specified product (Code: 8)",
    });
    expect(PLAN_MESSAGES.ro.sentences).toMatchObject({
      1: "Planul de asistență a expirat",
      2: "Planul de asistență nu are unități disponibile",
    });
    expect(PLAN_MESSAGES.ro.sentences[8]).toMatch(
      /^Planul de asistență nu poate fi utilizat pentru asistență pe produsul specificat/,
    );
  });
  it("R67: registering twice has its sentence", () => {
    expect(REFUSAL_MESSAGES.en.AGREEMENT_ALREADY_REGISTERED.message).toBe("Agreement is already registered.");
    expect(REFUSAL_MESSAGES.ro.AGREEMENT_ALREADY_REGISTERED.message).toBe("Acordul este deja înregistrat.");
  });
  it("R41, R44: the sentence says what happened, with its day", () => {
    expect(reasonFor("visual-studio-enterprise", "sql-server-2019", "en")).toContain(
      "SQL Server 2019 is in extended support since mainstream support ended on <2025-02-28>, which this plan does not cover.",
    );
    expect(reasonFor("pay-per-incident", "windows-server-2012-r2", "ro")).toMatch(
      /nu mai are asistență: aceasta s-a încheiat la <\d{4}-\d\d-\d\d>\.$/,
    );
    expect(reasonFor("pay-per-incident", "business-central-on-premises-28", "en")).toMatch(
      /No support dates are known for/,
    );
    expect(reasonFor("software-assurance-24x7", "sql-server-2022", "en")).toContain("has ended, on <2023-02-01>.");
  });
  it("R42: Romanian counts in three forms", () => {
    const text = (total: number) => format("ro", REASON_MESSAGES.ro.NO_INCIDENTS_LEFT.message, { total });
    expect([text(1), text(5), text(20)].map((one) => one.split(". ")[1])).toEqual([
      "Singurul incident a fost folosit.",
      "Toate cele 5 incidente au fost folosite.",
      "Toate cele 20 de incidente au fost folosite.",
    ]);
  });
  it("R35, R64: a refusal of the kind of account says which account to use", () => {
    const { message, remedy } = REFUSAL_MESSAGES.en.ACCOUNT_KIND_NOT_ALLOWED;
    expect(format("en", message, { context: "purchase" })).toBe(
      "Pay-per-incident is not available with a work sign-in.",
    );
    expect(format("en", remedy, { context: "purchase" })).toMatch(/personal account.*Outlook\.com/);
  });
  it("R18: no sentence asks for a password or for somebody else's sign-in", () => {
    for (const language of LANGUAGES) for (const text of texts(language)) expect(text).not.toMatch(/password|parol/i);
  });
  it("R19: one glossary: no text says contract, ticket, case, order or programme otherwise", () => {
    for (const text of texts("en"))
      expect(text).not.toMatch(/\b(contract|subscription|ticket|case|order|agent|program|user)\b/i);
    for (const text of texts("ro")) expect(text).not.toMatch(/\b(contract|tichet|caz|utilizator)(ul|ului|e)?\b/i);
  });
  it("R19: Romanian has its comma-below letters", () => {
    for (const text of texts("ro")) expect(text).not.toMatch(/[şţŞŢ]/);
    expect(texts("ro").filter((text) => /[ăâîșț]/i.test(text)).length).toBeGreaterThan(100);
  });
  it("R66: each line of the trace has its sentence", () => {
    expect(checkMessageOf("en", { code: "EXPIRED", passed: true })).toBe("The plan has not ended.");
    expect(checkMessageOf("ro", { code: "EXPIRED", passed: false })).toBe("Planul s-a încheiat.");
    expect(checkMessageOf("en", { code: "VERSION_TOO_OLD", passed: null })).toMatch(/^Not judged/);
  });
  it("R47, R71: remedies name what to choose", () => {
    expect(format("en", remedyMessageOf("en", "CHOOSE_VERSION"), { version: "Windows Server 2025" })).toBe(
      "Choose Windows Server 2025, if that is what you have: this plan covers it.",
    );
    expect(format("ro", remedyMessageOf("ro", "CHOOSE_OTHER_PLAN"), { programmeRo: "Pachet" })).toContain("„Pachet”");
    expect(REASON_MESSAGES.en.ON_PREMISES_PRODUCTS_ONLY.remedy).toMatch(/Signature Cloud Support/);
  });
  it("R2: coverage reads as one sentence for every programme", () => {
    const sentence = (programme: string, language: Language) =>
      format(language, coverageMessage(language), describeCoverage(programmeOf(programme)).params);
    expect(sentence("partner-product-support-20", "en")).toBe(
      "On-premises products in mainstream support, the current version and the one before it.",
    );
    expect(sentence("visual-studio-enterprise", "ro")).toBe(
      "Produse locale în asistență principală, în afara mediului de producție; unele produse au reguli diferite.",
    );
    for (const programme of programmes)
      for (const language of LANGUAGES) expect(sentence(programme.id, language)).toMatch(/^\p{Lu}.*\.$/u);
  });
  it("R55: the pages that remedies and refusals lead to exist", () => {
    for (const page of [
      "portal-missing-agreement",
      "portal-plan-unavailable",
      "portal-which-portal",
      "portal-n-1-rule",
    ])
      expect(articleIds).toContain(page);
  });
});
