/** My plans: what is left, adding, sharing, removing (R11, R14-R19, R40, R42, R55, R65, R67, E11, E13). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf, topLevelError } from "../../../preview/fixture-link";
import { CORE, NEXT_PLAN, PLANS } from "../../../preview/fixtures/plans";
import { renderApp } from "../../../preview/render-app";

const cardOf = async (id: string): Promise<HTMLElement> => {
  await waitFor(() => expect(document.getElementById(id)).not.toBeNull());
  return document.getElementById(id) as HTMLElement;
};
const addPair = async (accessId: string, agreementId: string): Promise<void> => {
  await userEvent.type(await screen.findByLabelText(/^Access ID/), accessId);
  await userEvent.type(screen.getByLabelText(/^Agreement ID/), agreementId);
  await userEvent.click(screen.getByRole("button", { name: "Add agreement" }));
};

test("R65: each plan shows its end date and remaining incidents", async () => {
  await renderApp("/plans");
  const core = await cardOf("pln_core");
  expect(core.textContent).toContain("7 of 20 incidents left");
  expect(core.textContent).toContain("Ends on 1 May 2027");
  expect((await cardOf("pln_cloud")).textContent).toContain("Incidents without limit");
});

test("R41: an end that is near is counted in days, an ended plan says when", async () => {
  await renderApp("/plans");
  expect((await cardOf("pln_dev")).textContent).toContain("Ends on 4 December 2026, in 12 days");
  expect((await cardOf("pln_old")).textContent).toContain("Ended on 3 March 2026");
});

test("R42: a plan without incidents says so", async () => {
  await renderApp("/plans", { myPlans: connectionOf([{ ...PLANS[0], state: "EMPTY", incidentsRemaining: 0 }]) });
  const card = await cardOf("pln_core");
  expect(card.textContent).toContain("No incidents left");
  expect(card.textContent).toContain("None of 20 incidents left");
});

test("R40: whoever misses a plan is told which account is signed in, and that plans belong to the account that added them", async () => {
  await renderApp("/plans");
  const panel = (await screen.findByText("A plan is missing?")).closest("details");
  expect(panel?.textContent).toContain("ana.ionescu@carpatica.example (Work account)");
  expect(panel?.textContent).toContain("belong to the account that added them");
});

test("R19: the screens say agreement and plan; contract only where the ID's other name is explained", async () => {
  const { default: en } = await import("../../messages/en.json");
  const withContract = Object.entries(en)
    .filter(([, text]) => /contract|subscription/i.test(text))
    .map(([id]) => id);
  expect(withContract).toEqual(["plans.agreementId.hint"]);
});

test("R22, E13: the pair is sent as typed, and the form shows how it is read", async () => {
  const { calls } = await renderApp("/plans");
  await addPair("0074-k9qm t24f", "８p3x");
  expect(screen.getByText("0074K9QMT24F")).toBeTruthy();
  expect(screen.getByText("8P3X")).toBeTruthy();
  expect(calls.find((call) => call.name === "AddAgreement")?.variables).toMatchObject({
    input: { accessId: "0074-k9qm t24f", agreementId: "８p3x" },
  });
});

test("R36, R55: a refused pair says what to do and links to the troubleshooting article", async () => {
  await renderApp("/plans");
  await addPair("A1", "B2");
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("This pair of IDs was not accepted.");
  expect(alert.textContent).toContain("Check both IDs");
  expect(alert.textContent).not.toContain("AGREEMENT_NOT_ACCEPTED");
  const links = screen.getAllByRole("link", { name: /An agreement does not show/, hidden: true });
  expect(links.every((link) => link.getAttribute("href") === "/help/portal-missing-agreement")).toBe(true);
  expect(links.length).toBe(2);
});

test("R67: the same pair again is refused and points to the plan it belongs to", async () => {
  const refused = {
    __typename: "AgreementAlreadyRegisteredError",
    code: "AGREEMENT_ALREADY_REGISTERED",
    message: "Agreement is already registered",
    remedy: "See the plan below.",
    path: null,
    plan: PLANS[3],
  };
  await renderApp("/plans", { addAgreement: () => ({ plan: null, isUsableFrom: null, userErrors: [refused] }) });
  await addPair("A1", "B2");
  expect((await screen.findByRole("alert")).textContent).toContain("Agreement is already registered");
  expect(screen.getByRole("alert").textContent).toMatch(/It is “.+” \(agreement …/);
  // It stays in view until the person goes to the plan.
  expect(document.getElementById("pln_old")?.dataset.flashing).toBeUndefined();
  await userEvent.click(screen.getByRole("button", { name: "Show this plan" }));
  await waitFor(() => expect(document.getElementById("pln_old")?.dataset.flashing).toBe("true"));
  expect(document.getElementById("pln_core")?.dataset.flashing).toBeUndefined();
});

test("R16: an agreement that begins later is added and says from when", async () => {
  const later = { ...NEXT_PLAN, id: "pln_new" };
  const plans = [...PLANS];
  await renderApp("/plans", {
    myPlans: (args: { after?: string | null; first?: number }) => connectionOf(plans)(args),
    addAgreement: () => {
      plans.push(later);
      return { plan: later, isUsableFrom: "2027-01-01", userErrors: [] };
    },
  });
  await addPair("A1", "B2");
  expect(await screen.findByText(/It begins on 1 January 2027/)).toBeTruthy();
  expect((await cardOf("pln_new")).dataset.flashing).toBe("true");
});

test("R16: too many tries are said, and nothing typed is lost", async () => {
  await renderApp("/plans", { addAgreement: () => topLevelError("RATE_LIMITED", 16) });
  await addPair("A1", "B2");
  expect((await screen.findByRole("alert")).textContent).toContain("You can try again in 16 seconds.");
  expect(screen.getByLabelText<HTMLInputElement>(/^Access ID/).value).toBe("A1");
});

test("E11: removing an agreement asks first and says that the others keep theirs", async () => {
  const { calls } = await renderApp("/plans");
  await userEvent.click(within(await cardOf("pln_core")).getByRole("button", { name: /Remove/ }));
  const dialog = screen.getByRole("dialog", { hidden: true });
  expect(dialog.textContent).toContain("Everybody else who added this agreement keeps it.");
  expect(calls.some((call) => call.name === "RemoveAgreement")).toBe(false);
  await userEvent.click(within(dialog).getByText("Remove"));
  await waitFor(() =>
    expect(calls.find((call) => call.name === "RemoveAgreement")?.variables).toMatchObject({
      input: { planId: "pln_core" },
    }),
  );
});

test("R11: the statement lists changes with their balance; of others only date and incidents", async () => {
  await renderApp("/plans/pln_core");
  const rows = within(await screen.findByRole("table"))
    .getAllByRole("row")
    .map((row) => row.textContent);
  expect(rows[1]).toBe("2 November 2026 09:00Used for a requestRequest 2611020030001187Ana Ionescu-17");
  expect(rows[3]).toBe("30 August 2026Used by another holder-17");
});

test("R17, R18: the pair is shown with the advice to share the IDs and never a sign-in", async () => {
  await renderApp("/plans/pln_core");
  expect(screen.queryByText("0074K9QMT24F2A")).toBeNull();
  await userEvent.click(await screen.findByRole("button", { name: "Show the IDs" }));
  expect(await screen.findByText("0074K9QMT24F2A")).toBeTruthy();
  expect(screen.getByText("Share the two IDs, never a sign-in")).toBeTruthy();
});

test("R17: after a fresh sign-in the page shows the pair by itself, once", async () => {
  const { calls } = await renderApp("/plans/pln_core#reveal");
  expect(await screen.findByText("8P3XW0R1Z81C0")).toBeTruthy();
  expect(calls.filter((call) => call.name === "RevealAgreement")).toHaveLength(1);
});

test("R40: a plan of another account looks like none", async () => {
  await renderApp("/plans/pln_other");
  expect(await screen.findByRole("heading", { name: "Plan not found" })).toBeTruthy();
});

test("R2: a programme is shown by its name, whatever it is", async () => {
  await renderApp("/plans", { myPlans: connectionOf([{ ...PLANS[0], programme: { ...CORE, name: "Harbour Care" } }]) });
  expect(await screen.findByRole("heading", { name: "Harbour Care" })).toBeTruthy();
});
