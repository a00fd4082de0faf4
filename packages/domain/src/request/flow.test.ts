import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountOf, countries, needOf, planOf, portalOf, topicOf } from "../../testing/seed-world.js";
import { judgeEntitlement } from "../entitlement/judge-entitlement.js";
import { ownContact } from "./contacts.js";
import { type DraftContent, EMPTY_DRAFT, FLOW_STEPS, type FlowStep } from "./draft.js";
import { advanceFlow, type FlowAction, type FlowState, openFlow, settleChange } from "./flow.js";
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
const act = (state: FlowState, action: FlowAction): FlowState => {
  const content = action.type === "change" ? settleChange(state.content, action.changes).content : state.content;
  return advanceFlow(state, action, contextOf(content));
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
const START = openFlow(EMPTY_DRAFT, contextOf(EMPTY_DRAFT));
const next: FlowAction = { type: "next" };
const change = (changes: Partial<DraftContent>): FlowAction => ({ type: "change", changes });
const WHOLE: readonly FlowAction[] = [
  change(problem("windows-server-2025")),
  next,
  change(PLAN),
  next,
  change({ primaryContact: ownContact(account) }),
  next,
  next,
];
const atReview = WHOLE.reduce(act, START);
const states = (state: FlowState) => Object.values(stepStates(state.content, contextOf(state.content), state.openStep));

describe("R58: six steps, one under the other", () => {
  it("R21, R32, R57: a new request begins with the problem, then the plan; the rest waits", () => {
    expect(START.openStep).toBe("PROBLEM");
    expect([...FLOW_STEPS]).toEqual(["PROBLEM", "PLAN", "PRIMARY_CONTACT", "SHARING", "REVIEW", "CONFIRMATION"]);
    expect(states(START)).toEqual(["CURRENT", "LOCKED", "LOCKED", "LOCKED", "LOCKED", "LOCKED"]);
  });
  it("R62, R58: Next goes on only when the step is complete", () => {
    expect(act(START, next).openStep).toBe("PROBLEM");
    const filled = act(START, change(problem("windows-server-2025")));
    expect(filled.openStep).toBe("PROBLEM");
    expect(states(act(filled, next))).toEqual(["DONE", "CURRENT", "LOCKED", "LOCKED", "LOCKED", "LOCKED"]);
  });
  it("R63, R68: step 2 needs a plan and, with it, a severity", () => {
    const atPlan = WHOLE.slice(0, 2).reduce(act, START);
    const missing = stepProblems(atPlan.content, contextOf(atPlan.content)).PLAN.map((refusal) =>
      refusal.path?.join("."),
    );
    expect(missing).toEqual(["planId", "severity", "country", "timeZone"]);
    expect(act(atPlan, next).openStep).toBe("PLAN");
  });
  it("R82, R85: sharing may stay empty; review follows and is left by submitting alone", () => {
    expect(states(atReview)).toEqual(["DONE", "DONE", "DONE", "DONE", "CURRENT", "LOCKED"]);
    expect(act(atReview, next)).toMatchObject({ openStep: "REVIEW" });
    expect(stepProblems(atReview.content, contextOf(atReview.content)).REVIEW).toEqual([]);
  });
  it("R86: after submitting there is the confirmation, and nothing to edit", () => {
    const done = act(atReview, { type: "submitted" });
    expect(states(done)).toEqual(["DONE", "DONE", "DONE", "DONE", "DONE", "CURRENT"]);
    expect(act(done, { type: "edit", step: "PROBLEM" }).openStep).toBe("CONFIRMATION");
  });
  it("R25: a product of another portal never gets past step 1", () => {
    const azure = act(START, change(problem("azure-virtual-machines-current")));
    expect(act(azure, next).openStep).toBe("PROBLEM");
    expect(stepProblems(azure.content, contextOf(azure.content)).PROBLEM).toMatchObject([
      { code: "HANDLED_BY_OTHER_PORTAL" },
    ]);
  });
});

describe("R59: Edit", () => {
  it("R59, R85: opens a step gone past, keeps what was typed, and Next returns to the first unfinished step", () => {
    const editing = act(atReview, { type: "edit", step: "PLAN" });
    expect(states(editing)).toEqual(["DONE", "CURRENT", "DONE", "DONE", "LOCKED", "LOCKED"]);
    expect(editing.content).toBe(atReview.content);
    expect(act(editing, next).openStep).toBe("REVIEW");
  });
  it("R59: a step not reached yet cannot be opened", () => {
    for (const step of ["PRIMARY_CONTACT", "REVIEW", "CONFIRMATION"] as const) {
      expect(act(WHOLE.slice(0, 2).reduce(act, START), { type: "edit", step }).openStep).toBe("PLAN");
    }
  });
  it("E3: another product after the plan: the plan is judged again, the severity kept", () => {
    const editing = act(atReview, { type: "edit", step: "PROBLEM" });
    const changed = act(editing, change(problem("windows-server-2016")));
    expect(changed).toMatchObject({
      content: { planId: plan.id, severity: "CRITICAL", support24x7: true },
      invalidated: ["PLAN"],
      notices: ["PLAN_NO_LONGER_COVERS"],
    });
    expect(states(changed)).toEqual(["CURRENT", "INVALID", "DONE", "DONE", "LOCKED", "LOCKED"]);
    expect(act(changed, next).openStep).toBe("PLAN");
    const back = act(changed, change(problem("sql-server-2022")));
    expect(back).toMatchObject({ invalidated: [], notices: [] });
  });
  it("E4: lowering the severity clears the 24/7 flag, and says so", () => {
    const lowered = act(act(atReview, { type: "edit", step: "PLAN" }), change({ severity: "MINIMAL" }));
    expect(lowered).toMatchObject({
      content: { severity: "MINIMAL", support24x7: false },
      notices: ["SUPPORT_24X7_CLEARED"],
      invalidated: [],
    });
    expect(act(lowered, change({ support24x7: true })).content.support24x7).toBe(false);
  });
  it("R60: each list depends on the one before it", () => {
    const filled = act(START, change(problem("windows-server-2025")));
    expect(act(filled, change({ productId: "sql-server" }))).toMatchObject({
      content: { productVersionId: null, categoryId: null, problemId: null, title: "Stops" },
      notices: ["TOPIC_CLEARED"],
    });
    expect(act(filled, change({ productVersionId: "windows-server-2022" })).content).toMatchObject({
      categoryId: filled.content.categoryId,
      problemId: filled.content.problemId,
    });
    expect(act(filled, change({ categoryId: "storage" })).content.problemId).toBeNull();
    expect(act(filled, change({ productId: "windows-server" })).content).toEqual(filled.content);
  });
  it("E8: the steps stay open to a submitter who is no contact: a warning is no obstacle", () => {
    const colleague = { ...ownContact(account), isSelf: false, email: "mihai.popa@carpatia.example" };
    const away = WHOLE.slice(0, 4)
      .concat(change({ primaryContact: colleague }), next, next)
      .reduce(act, START);
    expect(away.openStep).toBe("REVIEW");
  });
});

describe("laws of the flow", () => {
  const anyAction: fc.Arbitrary<FlowAction> = fc.oneof(
    fc.constant(next),
    fc.constantFrom(...FLOW_STEPS).map((step): FlowAction => ({ type: "edit", step })),
    fc
      .constantFrom<Partial<DraftContent>>(
        problem("windows-server-2025"),
        problem("windows-server-2016"),
        problem("azure-virtual-machines-current"),
        PLAN,
        { severity: "MODERATE" },
        { planId: null },
        { title: "" },
        { primaryContact: ownContact(account) },
        { primaryContact: null },
      )
      .map(change),
  );
  it("R58, R59: whatever is done, one step is open, it is the one shown, and only steps gone past can be done or wrong", () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const state = actions.reduce(act, START);
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
      fc.property(fc.array(anyAction, { maxLength: 25 }), (actions) => {
        const { content } = actions.reduce(act, START);
        const opened = openFlow(JSON.parse(JSON.stringify(content)) as DraftContent, contextOf(content));
        expect(opened.content).toEqual(content);
        expect(stepStates(content, contextOf(content))[opened.openStep]).toBe("CURRENT");
      }),
    );
  });
});
