/** Entering a request for a customer, and who finds the pages of the desk (S20, F6, F52). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { ENGINEER } from "../../../preview/fixtures/desk";
import { staff } from "../../../preview/fixtures/people";
import { renderApp } from "../../../preview/render-app";

const PRODUCT = {
  id: "sql",
  name: "SQL Server",
  versions: [{ id: "sql-2022", name: "SQL Server 2022" }],
  categories: [{ id: "replication", name: "Replication", problems: [{ id: "lag", name: "Replica stays behind" }] }],
};
const COUNTRIES = [
  { code: "RO", name: "Romania", timeZones: ["Europe/Bucharest"], defaultTimeZone: "Europe/Bucharest" },
  { code: "US", name: "United States", timeZones: ["America/New_York"], defaultTimeZone: "America/New_York" },
];
const world = (more: object = {}) => ({
  viewer: ENGINEER,
  workspace: {
    isOnCall: false,
    teams: [],
    counts: { mine: 0, unassigned: 0, nearBreach: 0, breached: 0 },
    savedViews: [],
  },
  queue: connectionOf([]),
  catalogue: connectionOf([{ id: "sql", name: "SQL Server" }]),
  product: PRODUCT,
  countries: COUNTRIES,
  ...more,
});
const fill = async (): Promise<void> => {
  await userEvent.type(await screen.findByLabelText(/Given name/), "Ion");
  await userEvent.type(screen.getByLabelText(/Family name/), "Pop");
  await userEvent.type(screen.getByLabelText(/E-mail/), "ion.pop@carpatia.example");
  await userEvent.selectOptions(screen.getByLabelText(/^Country/), "Romania");
  await userEvent.selectOptions(screen.getByLabelText(/^Product/), "SQL Server");
  await waitFor(() => expect(screen.getByLabelText<HTMLSelectElement>(/^Version/).disabled).toBe(false));
  await userEvent.selectOptions(screen.getByLabelText(/^Version/), "SQL Server 2022");
  await userEvent.selectOptions(screen.getByLabelText(/^Category/), "Replication");
  await userEvent.selectOptions(screen.getByLabelText(/^Problem/), "Replica stays behind");
  await userEvent.type(screen.getByLabelText(/^Title/), "Replica stays behind");
  await userEvent.type(screen.getByLabelText(/^Description/), "Since Monday.");
};

test("S20, F6: what the customer told is entered, the place decides the zone, and the request opens", async () => {
  const opened = { request: { id: "req_new", number: "2611230010000999" }, userErrors: [] };
  const { calls, router } = await renderApp("/queue/new", world({ createRequestForCustomer: opened }));
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "Open the request" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/queue/req_new"));
  expect(calls.find(({ name }) => name === "EnterRequest")?.variables.input).toMatchObject({
    productVersionId: "sql-2022",
    categoryId: "replication",
    problemId: "lag",
    title: "Replica stays behind",
    description: "Since Monday.",
    severity: "MODERATE",
    country: "RO",
    timeZone: "Europe/Bucharest",
    primaryContact: { givenName: "Ion", familyName: "Pop", email: "ion.pop@carpatia.example" },
  });
});

test("S20: a refusal stands at its field, and what was typed stays", async () => {
  const refusal = {
    __typename: "InputError",
    code: "INPUT_INVALID",
    message: "This is no e-mail address.",
    remedy: "Check it.",
    path: ["primaryContact", "email"],
  };
  await renderApp("/queue/new", world({ createRequestForCustomer: { request: null, userErrors: [refusal] } }));
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "Open the request" }));
  expect(await screen.findByText(/This is no e-mail address/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/^Title/).value).toBe("Replica stays behind");
});

test("S20: another product takes back what hung on the one before", async () => {
  await renderApp(
    "/queue/new",
    world({
      catalogue: connectionOf([
        { id: "sql", name: "SQL Server" },
        { id: "exchange", name: "Exchange Server" },
      ]),
    }),
  );
  await fill();
  await userEvent.selectOptions(screen.getByLabelText(/^Product/), "Exchange Server");
  expect(screen.getByLabelText<HTMLSelectElement>(/^Version/).value).toBe("");
  expect(screen.getByLabelText<HTMLSelectElement>(/^Problem/).value).toBe("");
});

test("F52: for a customer the pages of the desk do not exist; an administrator enters nothing", async () => {
  const { unmount } = await renderApp("/queue/new");
  expect(await screen.findByRole("heading", { level: 1, name: /not/i })).toBeTruthy();
  unmount();
  const admin = { viewer: staff("acc_irina", "ADMINISTRATOR") };
  await renderApp("/queue", world(admin));
  await screen.findByText("Nothing waits in this view");
  expect(screen.queryByRole("link", { name: "Enter for a customer" })).toBeNull();
});
