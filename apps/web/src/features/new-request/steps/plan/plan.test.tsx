/** Step 2 as a person meets it. */
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeServer, userError } from "../../testing/fake-server";
import {
  check,
  ENDED,
  GOLD,
  PROBLEM_DONE,
  plan,
  READY,
  reason,
  remedy,
  WINDOWS_SERVER,
} from "../../testing/flow-fixtures";
import { fieldValue, isChecked, textOf } from "../../testing/read";
import { renderFlow } from "../../testing/render-flow";

const PATH = "/requests/new/drf_1/plan";
const available = (...plans: object[]) =>
  plans.map((one) => ({ __typename: "AvailablePlan", plan: one, checks: [check("EXPIRED", true)] }));
const unavailable = (one: object, reasons: object[]) => ({
  __typename: "UnavailablePlan",
  plan: one,
  reasons,
  checks: [check("EXPIRED", false), check("VERSION_TOO_OLD", null)],
});
const ended = reason("EXPIRED", 1, "Support plan has expired. Its last day was 3 November 2026.", [
  remedy("ADD_AGREEMENT"),
]);

const nothingAvailable = (reasons = [ended]) => {
  const server = fakeServer(PROBLEM_DONE);
  server.plans = () => ({ availablePlans: [], unavailablePlans: [unavailable(ENDED, reasons)] });
  return server;
};

describe("step 2", () => {
  it("R34, R65: available plans are radio cards with end date, incidents left and what they cover", async () => {
    const server = fakeServer(PROBLEM_DONE);
    server.plans = () => ({ availablePlans: available({ ...GOLD, daysLeft: 12 }), unavailablePlans: [] });
    const { person } = renderFlow(server, PATH);
    const radio = await screen.findByRole("radio", { name: /Partner 20-pack/ });
    const card = textOf(radio.closest("label") ?? radio);
    expect(card).toContain("7 of 20 incidents left");
    expect(card).toContain("Ends on April 30, 2027");
    expect(card).toContain("in 12 days");
    expect(card).toContain("Recent on-premises products.");
    await person.click(radio);
    expect(isChecked(radio)).toBe(true);
  });

  it("R36, R37, R66: the panel of unavailable plans opens when asked and shows each plan's reasons with their code and the rule trace", async () => {
    const server = fakeServer(PROBLEM_DONE);
    const empty = reason("NO_INCIDENTS_LEFT", 2, "Support plan has no units available.");
    server.plans = () => ({ availablePlans: available(GOLD), unavailablePlans: [unavailable(ENDED, [ended, empty])] });
    const { person } = renderFlow(server, PATH);
    const summary = await screen.findByText(/Would you like to see unavailable support plans\?/);
    expect(summary.closest("details")?.open).toBe(false);
    await person.click(summary);
    expect(summary.closest("details")?.open).toBe(true);
    const row = screen.getByText("Visual Studio Enterprise").closest("details") ?? document.body;
    expect(textOf(within(row).getByText("Why?").closest("summary") ?? row)).toBe(
      "Visual Studio EnterpriseAgreement …9081Ended on November 3, 2026 · All 4 incidents are usedWhy?",
    );
    await person.click(within(row).getByText("Why?"));
    expect(row).toHaveProperty("open", true);
    expect(textOf(row)).toContain("Support plan has expired. Its last day was 3 November 2026. (Code: 1)");
    expect(textOf(row)).toContain("Support plan has no units available. (Code: 2)");
    await person.click(within(row).getByText("Every rule, one by one"));
    expect(textOf(row)).toContain("Failed:Explanation of EXPIRED");
    expect(textOf(row)).toContain("Not judged:Explanation of VERSION_TOO_OLD");
  });

  it("F11, R36: what can be done stands above the plans, each way once, the best for this account first", async () => {
    const server = fakeServer(PROBLEM_DONE);
    server.start = { ...server.start, portalSettings: { ...server.start.portalSettings, isPurchaseEnabled: true } };
    const ways = [remedy("BUY_INCIDENT"), remedy("READ_ARTICLE", { articleId: "portal-n-1-rule" })];
    const old = reason("VERSION_TOO_OLD", 8, "Support plan cannot be used (Code: 8).", ways);
    server.plans = () => ({
      availablePlans: [],
      unavailablePlans: [
        unavailable(GOLD, [old]),
        unavailable(ENDED, [{ ...ended, remedies: [remedy("ADD_AGREEMENT"), remedy("BUY_INCIDENT")] }]),
      ],
    });
    renderFlow(server, PATH);
    const ranked = await screen.findByRole("region", { name: "What you can do" });
    expect(within(ranked).getAllByRole("button").map(textOf)).toEqual(["Add another agreement", "Buy an incident"]);
    expect(screen.getAllByRole("button", { name: "Buy an incident" })).toHaveLength(1);
    const row = screen.getByText("Partner 20-pack").closest("details") ?? document.body;
    expect(textOf(row)).toContain("Only for the two newest versions");
    expect(textOf(row)).toContain("7 of 20 incidents left · Ends on April 30, 2027");
    expect(within(row).getByRole("link", { hidden: true }).getAttribute("href")).toBe("/help/portal-n-1-rule");
  });

  it("R66: used-up single incidents are one row, which opens to each with its reasons", async () => {
    const server = fakeServer(PROBLEM_DONE);
    const single = (id: string) =>
      plan(id, "Single incident", {
        incidentsTotal: 1,
        incidentsRemaining: 0,
        agreementIdEnding: null,
        programme: { ...GOLD.programme, name: "Single incident", origin: "PURCHASE" },
      });
    const used = reason("NO_INCIDENTS_LEFT", 2, "Support plan has no units available.", [remedy("ADD_AGREEMENT")]);
    server.plans = () => ({
      availablePlans: [],
      unavailablePlans: [
        unavailable(single("pln_1"), [used]),
        unavailable(ENDED, [ended]),
        unavailable(single("pln_2"), [used]),
      ],
    });
    const { person } = renderFlow(server, PATH);
    const folded = (await screen.findByText("2 single incidents, all used")).closest("details") ?? document.body;
    expect(within(folded).getAllByText("Single incident")).toHaveLength(2);
    expect(folded).toHaveProperty("open", false);
    await person.click(screen.getByText("2 single incidents, all used"));
    expect(folded).toHaveProperty("open", true);
    expect(screen.getByText("Visual Studio Enterprise").closest("details")?.contains(folded)).toBe(false);
  });

  it("R40, R64: with nothing available the panel is open by itself, names the account in use and offers another one", async () => {
    renderFlow(nothingAvailable(), PATH);
    const summary = await screen.findByText(/Would you like to see unavailable support plans\?/);
    expect(summary.closest("details")?.open).toBe(true);
    expect(screen.getByText("ana@carpatia.example").closest("p")?.textContent).toBe(
      "You are signed in as ana@carpatia.example (work account)",
    );
    const form = screen.getByRole("button", { name: "Continue with another account" }).closest("form");
    expect(form?.getAttribute("action")).toBe("/auth/continue-with-another-account");
    expect(form?.querySelector<HTMLInputElement>("input[name=draftId]")?.value).toBe("drf_1");
  });

  it("R43, R44, R47: a remedy is a button that does it: another version is chosen in place", async () => {
    const server = fakeServer({ ...PROBLEM_DONE, productVersionId: "windows-server-2019" });
    const newer = { ...WINDOWS_SERVER.versions[0], product: { __typename: "Product", id: "windows-server" } };
    const old = reason(
      "VERSION_TOO_OLD",
      8,
      "Support plan cannot be used for support on the specified product (Code: 8).",
      [remedy("CHOOSE_VERSION", { productVersion: newer })],
    );
    server.plans = (version) =>
      version === "windows-server-2025"
        ? { availablePlans: available(GOLD), unavailablePlans: [] }
        : { availablePlans: [], unavailablePlans: [unavailable(GOLD, [old])] };
    const { person } = renderFlow(server, PATH);
    await person.click(await screen.findByRole("button", { name: "Choose Windows Server 2025" }));
    expect(await screen.findByRole("radio", { name: /Partner 20-pack/ })).toBeTruthy();
    expect(screen.getByText("Windows Server 2025 is chosen.")).toBeTruthy();
  });

  it("R34, R71: an agreement is added in place; the added plan is chosen when it can be used", async () => {
    const server = nothingAvailable();
    server.answers.AddAgreementInFlow = () => {
      server.plans = () => ({ availablePlans: available(GOLD), unavailablePlans: [unavailable(ENDED, [ended])] });
      return { addAgreement: { __typename: "AddAgreementPayload", plan: GOLD, isUsableFrom: null, userErrors: [] } };
    };
    const { person } = renderFlow(server, PATH);
    await person.click(await screen.findByRole("button", { name: "Add another agreement" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Access ID")));
    await person.type(screen.getByLabelText("Access ID"), " ab-12 ");
    await person.type(screen.getByLabelText("Agreement ID"), "0099");
    await person.click(screen.getByRole("button", { name: "Add agreement" }));
    const radio = await screen.findByRole("radio", { name: /Partner 20-pack/ });
    await waitFor(() => expect(isChecked(radio)).toBe(true));
    expect(server.lastInput("AddAgreementInFlow")).toEqual({ accessId: " ab-12 ", agreementId: "0099" });
  });

  it("R55, E12: a refused pair is never silent: sentence, remedy, and the way to the help page; what was typed stays", async () => {
    const server = nothingAvailable();
    server.answers.AddAgreementInFlow = () => ({
      addAgreement: {
        __typename: "AddAgreementPayload",
        plan: null,
        isUsableFrom: null,
        userErrors: [userError("InputError", "AGREEMENT_NOT_ACCEPTED", null)],
      },
    });
    const { person } = renderFlow(server, PATH);
    await person.click(await screen.findByRole("button", { name: "Add another agreement" }));
    await person.type(screen.getByLabelText("Access ID"), "X");
    await person.click(screen.getByRole("button", { name: "Add agreement" }));
    expect(await screen.findByText("Message of AGREEMENT_NOT_ACCEPTED")).toBeTruthy();
    expect(screen.getByText("Remedy of AGREEMENT_NOT_ACCEPTED")).toBeTruthy();
    expect(fieldValue(screen.getByLabelText("Access ID"))).toBe("X");
    expect(
      screen.getByRole("link", { name: "My agreement does not show, or adding it fails" }).getAttribute("href"),
    ).toBe("/help/portal-missing-agreement");
  });

  it("R36, R67: the same pair again says so and leads to that plan among the unavailable ones", async () => {
    const server = fakeServer(PROBLEM_DONE);
    server.plans = () => ({ availablePlans: available(GOLD), unavailablePlans: [unavailable(ENDED, [ended])] });
    server.answers.AddAgreementInFlow = () => ({
      addAgreement: {
        __typename: "AddAgreementPayload",
        plan: null,
        isUsableFrom: null,
        userErrors: [
          userError("AgreementAlreadyRegisteredError", "AGREEMENT_ALREADY_REGISTERED", null, {
            plan: { ...ENDED, id: "pln_old", agreementIdEnding: "81C0" },
          }),
        ],
      },
    });
    const { person } = renderFlow(server, PATH);
    await person.click(await screen.findByText(/Do you need to add more support plans\?/));
    await person.type(screen.getByLabelText("Access ID"), "A");
    await person.click(screen.getByRole("button", { name: "Add agreement" }));
    expect(await screen.findByText("Message of AGREEMENT_ALREADY_REGISTERED")).toBeTruthy();
    expect(screen.getByText(/It is “.+” \(agreement …81C0\)\./)).toBeTruthy();
    // The refusal stays in view until the person goes to the plan.
    await waitFor(() => expect(document.activeElement?.textContent).toContain("AGREEMENT_ALREADY_REGISTERED"));
    await person.click(screen.getByRole("button", { name: "Show this plan" }));
    expect(document.activeElement?.id).toBe("plan-pln_old");
    expect(document.getElementById("plan-pln_old")?.closest("details")?.open).toBe(true);
  });

  it("R63: buying is not offered while purchase is off", async () => {
    renderFlow(nothingAvailable([reason("EXPIRED", 1, "Support plan has expired.", [remedy("BUY_INCIDENT")])]), PATH);
    await screen.findByText(/Ended on/);
    expect(screen.queryByRole("button", { name: "Buy an incident" })).toBeNull();
    expect(screen.queryByText(/purchase/)).toBeNull();
  });

  it("R50, R72: a work account is led to a personal one, with its draft", async () => {
    renderFlow(
      nothingAvailable([reason("EXPIRED", 1, "Support plan has expired.", [remedy("USE_PERSONAL_ACCOUNT")])]),
      PATH,
    );
    const button = await screen.findByRole("button", { name: "Continue with a personal account" });
    const form = button.closest("form");
    expect(form?.getAttribute("action")).toBe("/auth/continue-with-another-account");
    expect(new FormData(form ?? undefined).get("kind")).toBe("personal");
  });

  it("R68: severity is asked only once a usable plan is chosen", async () => {
    const { person } = renderFlow(fakeServer(PROBLEM_DONE), PATH);
    const radio = await screen.findByRole("radio", { name: /Partner 20-pack/ });
    expect(screen.queryByRole("group", { name: "Severity" })).toBeNull();
    await person.click(radio);
    expect(within(screen.getByRole("group", { name: "Severity" })).getAllByRole("radio")).toHaveLength(3);
  });

  it("R69, E4: 24/7 is offered by critical severity only; lowering it clears the flag and says so", async () => {
    const server = fakeServer({ ...PROBLEM_DONE, planId: "pln_gold" });
    const { person } = renderFlow(server, PATH);
    const box = () => screen.queryByRole("checkbox", { name: /24\/7/ });
    await person.click(await screen.findByRole("radio", { name: /^Moderate/ }));
    expect(box()).toBeNull();
    await person.click(screen.getByRole("radio", { name: /^Critical/ }));
    expect(textOf(screen.getByRole("radio", { name: /^Critical/ }).closest("div") ?? document.body)).toContain("24/7");
    expect(screen.queryByText("At night the engineer calls:")).toBeNull();
    await person.click(box() ?? document.body);
    expect(screen.getByText("Commitment of Critical")).toBeTruthy();
    // S3, F35: who is called at night is said before it is promised.
    expect(screen.getByText("Ana Ionescu · +40722123456")).toBeTruthy();
    expect(screen.getByText(/You can change these people/)).toBeTruthy();
    await person.click(screen.getByRole("radio", { name: /^Minimal/ }));
    expect(
      screen.getAllByText("24/7 support was switched off: only critical severity offers it.").length,
    ).toBeGreaterThan(0);
    await person.click(screen.getByRole("radio", { name: /^Critical/ }));
    expect(isChecked(box() ?? document.body)).toBe(false);
  });

  it("S3, F35: with 24/7 support and nobody to call, the missing phone number is said", async () => {
    const nobody = { ...PROBLEM_DONE.primaryContact, phone: null } as typeof PROBLEM_DONE.primaryContact;
    const chosen = { planId: "pln_gold", severity: "CRITICAL", support24x7: true } as const;
    renderFlow(fakeServer({ ...PROBLEM_DONE, ...chosen, primaryContact: nobody }), PATH);
    expect(await screen.findByText("Ana Ionescu · no phone number")).toBeTruthy();
    expect(screen.getByText(/Nobody can be called yet/)).toBeTruthy();
  });

  it("R70, E5: country and zone come from the profile; a zone of another country is a warning with the likely zone one click away", async () => {
    const { person } = renderFlow(fakeServer({ ...PROBLEM_DONE, planId: "pln_gold", severity: "MINIMAL" }), PATH);
    expect(fieldValue(await screen.findByLabelText("Country or region"))).toBe("RO");
    expect(screen.getByText(/Please check both/)).toBeTruthy();
    await person.selectOptions(screen.getByLabelText("Time zone"), "Asia/Tokyo");
    expect(screen.getByText(/is not a time zone of Romania/)).toBeTruthy();
    await person.click(screen.getByRole("button", { name: /Use Europe\/Bucharest/ }));
    expect(screen.queryByText(/is not a time zone/)).toBeNull();
    await person.selectOptions(screen.getByLabelText("Time zone"), "Asia/Tokyo");
    await person.click(screen.getByRole("button", { name: "Next" }));
    expect(await screen.findByRole("group", { name: "Who should the engineer contact?" })).toBeTruthy();
  });

  it("E3: after another product the plan is judged anew and the severity is kept", async () => {
    const server = fakeServer(READY);
    server.plans = (version) =>
      version === "windows-server-2025"
        ? { availablePlans: available(GOLD), unavailablePlans: [] }
        : {
            availablePlans: available(plan("pln_new", "Professional")),
            unavailablePlans: [unavailable(GOLD, [ended])],
          };
    const { person, router } = renderFlow(server, "/requests/new/drf_1/problem");
    await person.selectOptions(await screen.findByLabelText("Version"), "windows-server-2019");
    await person.click(screen.getByRole("button", { name: "Next" }));
    expect(
      await screen.findByText("“Partner 20-pack”, which you had chosen, can no longer be used for this request"),
    ).toBeTruthy();
    expect(router.state.location.pathname).toBe(PATH);
    await person.click(screen.getByRole("radio", { name: /Professional/ }));
    expect(isChecked(screen.getByRole("radio", { name: /^Moderate/ }))).toBe(true);
  });
});
