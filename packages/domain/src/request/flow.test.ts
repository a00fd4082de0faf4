import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountOf, countries, needOf, planOf, portalOf, topicOf } from "../../testing/seed-world.js";
import { judgeEntitlement } from "../entitlement/judge-entitlement.js";
import { ownContact } from "./contacts.js";
import { type DraftContent, EMPTY_DRAFT, FLOW_STEPS, type FlowStep } from "./draft.js";
import { completeStep, findOpenStep, settleChange } from "./flow.js";
import { type StepContext, stepProblems, stepStates } from "./steps.js";

const account = accountOf();
const plan = planOf("partner-product-support-20", "2026-03-02");

/** The context the page or the API would gather for a draft. */
const contextOf = (draft: DraftContent): StepContext => {
  const need = draft.productVersionId === null ? null : needOf(draft.productVersionId);
  return {
    account,
    product: need?.product ?? null,
    version: need?.version ?? null,
    topic: need === null ? null : topicOf(need.product),
    portal: need === null ? null : portalOf(need.product),
    judged: need === null || draft.planId !== plan.id ? null : judgeEntitlement(plan, need),
    countries,
    form: null,
  };
};
/** A page and what is done on it: the rules are asked in the order in which the flow asks them. */
interface Page {
  readonly content: DraftContent;
  readonly openStep: FlowStep;
}
type Deed = FlowStep | "next" | Partial<DraftContent>;

const open = (content: DraftContent, asked: FlowStep | null = null): Page => ({
  content,
  openStep: findOpenStep(stepStates(content, contextOf(content), asked)),
});
/** Next, Edit of a step, or a change of what is typed. */
const act = (page: Page, deed: Deed): Page => {
  const { content, openStep } = page;
  if (deed !== "next")
    return typeof deed === "string" ? open(content, deed) : open(settleChange(content, deed).content, openStep);
  const after = completeStep(content, openStep, contextOf(content));
  return after === content ? page : open(after);
};
const problem = (version: string): Partial<DraftContent> => {
  const { product } = needOf(version);
  const category = topicOf(product).categories[0];
  return {
    productId: product.id,
    productVersionId: version,
    categoryId: category?.id ?? null,
    problemId: category?.problems[0]?.id ?? null,
    title: "Stops",
    description: "It stops.",
  };
};
const PLAN = {
  planId: plan.id,
  severity: "CRITICAL",
  support24x7: true,
  country: "RO",
  timeZone: "Europe/Bucharest",
} as const;
const START = open(EMPTY_DRAFT);
const WHOLE: readonly Deed[] = [
  problem("windows-server-2025"),
  "next",
  PLAN,
  "next",
  { primaryContact: ownContact(account) },
  "next",
  "next",
];
const atReview = WHOLE.reduce(act, START);
const states = (state: Page) => Object.values(stepStates(state.content, contextOf(state.content), state.openStep));

describe("R58: six steps, one under the other", () => {
  it("R21, R32, R57: a new request begins with the problem, then the plan; the rest waits", () => {
    expect(START.openStep).toBe("PROBLEM");
    expect([...FLOW_STEPS]).toEqual(["PROBLEM", "PLAN", "PRIMARY_CONTACT", "SHARING", "REVIEW", "CONFIRMATION"]);
    expect(states(START)).toEqual(["CURRENT", "LOCKED", "LOCKED", "LOCKED", "LOCKED", "LOCKED"]);
  });
  it("R62, R58: Next goes on only when the step is complete", () => {
    expect(act(START, "next").openStep).toBe("PROBLEM");
    const filled = act(START, problem("windows-server-2025"));
    expect(filled.openStep).toBe("PROBLEM");
    expect(states(act(filled, "next"))).toEqual(["DONE", "CURRENT", "LOCKED", "LOCKED", "LOCKED", "LOCKED"]);
  });
  it("R63, R68: step 2 needs a plan and, with it, a severity", () => {
    const atPlan = WHOLE.slice(0, 2).reduce(act, START);
    const missing = stepProblems(atPlan.content, contextOf(atPlan.content)).PLAN.map((refusal) =>
      refusal.path?.join("."),
    );
    expect(missing).toEqual(["planId", "severity", "country", "timeZone"]);
    expect(act(atPlan, "next").openStep).toBe("PLAN");
  });
  it("R82, R85: sharing may stay empty; review follows and is left by submitting alone", () => {
    expect(states(atReview)).toEqual(["DONE", "DONE", "DONE", "DONE", "CURRENT", "LOCKED"]);
    expect(act(atReview, "next")).toMatchObject({ openStep: "REVIEW" });
    expect(stepProblems(atReview.content, contextOf(atReview.content)).REVIEW).toEqual([]);
  });
  it("R86: after submitting there is the confirmation, and nothing to edit", () => {
    const done = open({ ...atReview.content, completedSteps: [...FLOW_STEPS] });
    expect(states(done)).toEqual(["DONE", "DONE", "DONE", "DONE", "DONE", "CURRENT"]);
    expect(act(done, "PROBLEM").openStep).toBe("CONFIRMATION");
  });
  it("R25: a product of another portal never gets past step 1", () => {
    const azure = act(START, problem("azure-virtual-machines-current"));
    expect(act(azure, "next").openStep).toBe("PROBLEM");
    expect(stepProblems(azure.content, contextOf(azure.content)).PROBLEM).toMatchObject([
      { code: "HANDLED_BY_OTHER_PORTAL" },
    ]);
  });
});

describe("R59: Edit", () => {
  it("R59, R85: opens a step gone past, keeps what was typed, and Next returns to the first unfinished step", () => {
    const editing = act(atReview, "PLAN");
    expect(states(editing)).toEqual(["DONE", "CURRENT", "DONE", "DONE", "LOCKED", "LOCKED"]);
    expect(editing.content).toBe(atReview.content);
    expect(act(editing, "next").openStep).toBe("REVIEW");
  });
  it("R59: a step not reached yet cannot be opened", () => {
    for (const step of ["PRIMARY_CONTACT", "REVIEW", "CONFIRMATION"] as const) {
      expect(act(WHOLE.slice(0, 2).reduce(act, START), step).openStep).toBe("PLAN");
    }
  });
  it("E3: another product after the plan: the plan is judged again, the severity kept", () => {
    const editing = act(atReview, "PROBLEM");
    const changed = act(editing, problem("windows-server-2016"));
    expect(changed.content).toMatchObject({ planId: plan.id, severity: "CRITICAL", support24x7: true });
    expect(states(changed)).toEqual(["CURRENT", "INVALID", "DONE", "DONE", "LOCKED", "LOCKED"]);
    expect(act(changed, "next").openStep).toBe("PLAN");
    const back = act(changed, problem("sql-server-2022"));
    expect(states(back)).toEqual(["CURRENT", "DONE", "DONE", "DONE", "LOCKED", "LOCKED"]);
  });
  it("E4: lowering the severity clears the 24/7 flag, and says so", () => {
    const editing = act(atReview, "PLAN");
    const lowered = act(editing, { severity: "MINIMAL" });
    expect(lowered.content).toMatchObject({ severity: "MINIMAL", support24x7: false });
    expect(settleChange(editing.content, { severity: "MINIMAL" }).notices).toEqual(["SUPPORT_24X7_CLEARED"]);
    expect(states(lowered)).not.toContain("INVALID");
    expect(act(lowered, { support24x7: true }).content.support24x7).toBe(false);
  });
  it("R60: each list depends on the one before it", () => {
    const filled = act(START, problem("windows-server-2025"));
    expect(settleChange(filled.content, { productId: "sql-server" })).toMatchObject({
      content: { productVersionId: null, categoryId: null, problemId: null, title: "Stops" },
      notices: ["TOPIC_CLEARED"],
    });
    expect(act(filled, { productVersionId: "windows-server-2022" }).content).toMatchObject({
      categoryId: filled.content.categoryId,
      problemId: filled.content.problemId,
    });
    expect(act(filled, { categoryId: "storage" }).content.problemId).toBeNull();
    expect(act(filled, { productId: "windows-server" }).content).toEqual(filled.content);
  });
  it("E8: the steps stay open to a submitter who is no contact: a warning is no obstacle", () => {
    const colleague = { ...ownContact(account), isSelf: false, email: "mihai.popa@carpatia.example" };
    const away = WHOLE.slice(0, 4).concat({ primaryContact: colleague }, "next", "next").reduce(act, START);
    expect(away.openStep).toBe("REVIEW");
  });
});

describe("laws of the flow", () => {
  const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
    fc.constant("next" as const),
    fc.constantFrom(...FLOW_STEPS),
    fc.constantFrom<Partial<DraftContent>>(
      problem("windows-server-2025"),
      problem("windows-server-2016"),
      problem("azure-virtual-machines-current"),
      PLAN,
      { severity: "MODERATE" },
      { planId: null },
      { title: "" },
      { primaryContact: ownContact(account) },
      { primaryContact: null },
    ),
  );
  it("R58, R59: whatever is done, one step is open, it is the one shown, and only steps gone past can be done or wrong", () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 25 }), (deeds) => {
        const state = deeds.reduce(act, START);
        const shown = stepStates(state.content, contextOf(state.content), state.openStep);
        const steps = Object.keys(shown) as FlowStep[];
        expect(steps.filter((step) => shown[step] === "CURRENT")).toEqual([state.openStep]);
        for (const step of steps)
          if (shown[step] === "DONE" || shown[step] === "INVALID") expect(state.content.completedSteps).toContain(step);
        expect(state.content.support24x7 && state.content.severity !== "CRITICAL").toBe(false);
        if (state.openStep === "REVIEW")
          expect(stepProblems(state.content, contextOf(state.content)).REVIEW).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
  it("R58: a draft put away and opened again stands at its first unfinished step", () => {
    fc.assert(
      fc.property(fc.array(anyDeed, { maxLength: 25 }), (deeds) => {
        const { content } = deeds.reduce(act, START);
        const opened = open(JSON.parse(JSON.stringify(content)) as DraftContent);
        expect(stepStates(content, contextOf(content))[opened.openStep]).toBe("CURRENT");
      }),
    );
  });
});
