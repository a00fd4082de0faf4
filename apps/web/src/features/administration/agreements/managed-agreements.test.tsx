/** Agreements of administration: found, issued, changed with a reason; for those with the right alone (F18, F56, F60). */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../../preview/fixture-link";
import { VIEWER } from "../../../../preview/fixtures/people";
import { renderApp } from "../../../../preview/render-app";
import { ADMINISTRATOR, AUDITOR, agreement, PROGRAMMES, refusal } from "../testing";

const AGREEMENTS = [agreement("pln_1"), agreement("pln_2", { state: "REVOKED", recipient: null })];
const WORLD = {
  viewer: ADMINISTRATOR,
  programmes: PROGRAMMES,
  managedAgreements: connectionOf(AGREEMENTS),
  managedAgreement: ({ id }: { id: string }) => AGREEMENTS.find((one) => one.id === id),
};

test("F60: administration is no page for a customer, and no place in their navigation", async () => {
  await renderApp("/administration", { ...WORLD, viewer: VIEWER });
  await screen.findByRole("heading", { name: "Page not found" });
  expect(screen.queryByRole("link", { name: /^Admin/ })).toBeNull();
});

test("F60: a section whose right is missing is no page", async () => {
  const viewer = { ...ADMINISTRATOR, staffRights: ["READ_AUDIT"] };
  await renderApp("/administration/agreements", { ...WORLD, viewer });
  await screen.findByRole("heading", { name: "Page not found" });
});

test("F56: the list shows recipient, programme, ends of the IDs, state and what is left", async () => {
  await renderApp("/administration", WORLD);
  const row = (await screen.findByRole("link", { name: "Recipient of pln_1" })).closest("tr");
  expect(screen.getByRole("link", { name: /^Admin/ })).toBeTruthy();
  expect(row?.textContent).toContain("Core support 20-pack");
  expect(row?.textContent).toContain("…4F2A · …81C0");
  expect(row?.textContent).toContain("7 of 20 incidents left");
  expect(screen.getByRole("link", { name: "Agreement …\u206081C0" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Download all as CSV" }).getAttribute("href")).toBe(
    "/admin/export/agreements.csv",
  );
});

test("F56: filters live in the address and are what the server is asked", async () => {
  const { calls, router } = await renderApp("/administration/agreements?state=REVOKED&endingBefore=nonsense", WORLD);
  await userEvent.type(await screen.findByLabelText("Recipient or holder"), "ana");
  await waitFor(() => expect(router.state.location.search).toContain("holder=ana"));
  await waitFor(() =>
    expect(calls.filter((call) => call.name === "ManagedAgreements").at(-1)?.variables).toEqual({
      filter: { holder: "ana", state: "REVOKED" },
    }),
  );
  await waitFor(() =>
    expect(screen.getByRole("link", { name: "Download these as CSV" }).getAttribute("href")).toBe(
      "/admin/export/agreements.csv?holder=ana&state=REVOKED",
    ),
  );
});

test("F60: an auditor reads agreements and is offered no change", async () => {
  await renderApp("/administration/agreements/pln_1", { ...WORLD, viewer: AUDITOR });
  await screen.findByRole("heading", { name: "Recipient of pln_1" });
  expect(screen.queryByRole("button", { name: "Withdraw the agreement" })).toBeNull();
  expect(screen.queryByRole("link", { name: /letter/ })).toBeNull();
});

test("F18: the page of an agreement shows usage, holders and the statement with reasons", async () => {
  await renderApp("/administration/agreements/pln_1", WORLD);
  const ledger = await screen.findByRole("table", { name: "Statement" });
  expect(ledger.textContent).toContain("Used before the move.");
  expect(ledger.textContent).toContain("Irina Marin");
  expect((await screen.findByRole("table", { name: "Holders of this agreement" })).textContent).toContain("Ana Pop");
  expect(screen.getByText(/13 incidents used, 2 requests/)).toBeTruthy();
});

test("F56: issuing shows the IDs and the link this once, with a letter to print", async () => {
  const issued = {
    planId: "pln_9",
    accessId: "0074-K9QM",
    agreementId: "8P3X-W0R1",
    endsOn: "2027-12-01",
    letterUrl: "/admin/letters/pln_9",
    activation: { url: "https://support.example.com/activate/abc", expiresAt: "2026-12-23T08:30:00.000Z" },
  };
  const { calls } = await renderApp("/administration/agreements/issue", {
    ...WORLD,
    createAgreements: () => ({ issued: [issued], userErrors: [] }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Issue" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Choose a programme.");
  const choice = screen.getByLabelText(/^Programme/);
  await waitFor(() => expect(within(choice).getAllByRole("option")).toHaveLength(2));
  await userEvent.selectOptions(choice, "core");
  await userEvent.type(screen.getByLabelText(/^Recipient’s name/), "Ana Pop");
  await userEvent.type(screen.getByLabelText(/^Incidents of each/), "1.5");
  await userEvent.click(screen.getByRole("button", { name: "Issue" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Enter a whole number.");
  await userEvent.clear(screen.getByLabelText(/^Incidents of each/));
  await userEvent.click(screen.getByRole("button", { name: "Issue" }));
  expect(await screen.findByText("0074-K9QM")).toBeTruthy();
  expect(screen.getByText("https://support.example.com/activate/abc")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Print the ID letter" }).getAttribute("href")).toBe("/admin/letters/pln_9");
  expect(calls.find((call) => call.name === "IssueAgreements")?.variables.input).toMatchObject({
    programmeId: "core",
    count: 1,
    incidents: null,
    recipientName: "Ana Pop",
    withActivationLink: true,
  });
});

test("F18: a change needs a reason; a refusal stands at its field; then the statement is asked again", async () => {
  let answers = 0;
  const { calls } = await renderApp("/administration/agreements/pln_1", {
    ...WORLD,
    adjustIncidents: () =>
      answers++ === 0
        ? { agreement: null, userErrors: [refusal("ADJUSTMENT_NOT_POSSIBLE", "Not so many.", ["incidents"])] }
        : { agreement: AGREEMENTS[0], userErrors: [] },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Adjust incidents" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Adjust" }));
  expect(within(dialog).getByText("Write why.")).toBeTruthy();
  await userEvent.type(within(dialog).getByLabelText(/^Reason/), "Counted twice");
  await userEvent.click(within(dialog).getByRole("button", { name: "Adjust" }));
  expect(await within(dialog).findByText("Not so many.")).toBeTruthy();
  await userEvent.click(within(dialog).getByRole("button", { name: "Adjust" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(calls.filter((call) => call.name === "AdjustIncidents").at(-1)?.variables.input).toMatchObject({
    planId: "pln_1",
    incidents: 1,
    reason: "Counted twice",
  });
});

test("F18: new IDs are shown this once", async () => {
  await renderApp("/administration/agreements/pln_1", {
    ...WORLD,
    rotatePair: () => ({
      accessId: "NEW-ACCESS",
      agreementId: "NEW-AGREEMENT",
      agreement: AGREEMENTS[0],
      userErrors: [],
    }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Give it new IDs" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText(/^Reason/), "The letter was lost");
  await userEvent.click(within(dialog).getByRole("button", { name: "Give new IDs" }));
  expect(await screen.findByText("NEW-ACCESS")).toBeTruthy();
});

test("K7: an answer that was lost is told as done; under its key the IDs are shown no second time", async () => {
  const answers: (() => object)[] = [
    () => {
      throw new Error("the line broke");
    },
    () => ({ accessId: null, agreementId: null, agreement: AGREEMENTS[0], userErrors: [] }),
  ];
  const { calls } = await renderApp("/administration/agreements/pln_1", {
    ...WORLD,
    rotatePair: () => answers.shift()?.(),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Give it new IDs" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByLabelText(/^Reason/), "The letter was lost");
  await userEvent.click(within(dialog).getByRole("button", { name: "Give new IDs" }));
  await within(dialog).findByRole("alert");
  await userEvent.click(within(dialog).getByRole("button", { name: "Give new IDs" }));
  expect(await screen.findByText(/^The agreement has new IDs; they were shown then/)).toBeTruthy();
  const keys = calls
    .filter(({ name }) => name === "RotatePair")
    .map(({ variables }) => (variables.input as { idempotencyKey: string }).idempotencyKey);
  expect(keys).toEqual([keys[0], keys[0]]);
});
