/** The one-time profile and its later changes (R52-R54, E5). */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { NEWCOMER, VIEWER } from "../../../preview/fixtures/people";
import { offer, offersOf } from "../../../preview/fixtures/purchases";
import { COUNTRIES } from "../../../preview/fixtures/reference";
import { renderApp } from "../../../preview/render-app";
import { guessPlace } from "./guess-place";

test("R53: the names come from the account and cannot be changed here", async () => {
  await renderApp("/welcome", { viewer: NEWCOMER });
  const given = await screen.findByLabelText<HTMLInputElement>("First name");
  expect([given.value, given.readOnly]).toEqual(["Ana", true]);
  const family = screen.getByLabelText<HTMLInputElement>("Last name");
  expect([family.value, family.readOnly]).toEqual(["Ionescu", true]);
  expect(screen.getByText(/come from the account ana.ionescu@carpatica.example/)).toBeTruthy();
});

test("R70: countries stand in the order of their names, whatever their codes", async () => {
  await renderApp("/profile");
  const choice = await screen.findByLabelText<HTMLSelectElement>(/^Country/);
  expect([...choice.options].map(({ text }) => text)).toEqual(["Germany", "Romania", "Switzerland", "United States"]);
});

const accountWith = (changes: object) => ({ ...VIEWER, account: { ...VIEWER.account, ...changes } });

test("K5: a name guessed from one string is corrected here", async () => {
  const name = { givenName: "Popescu Ana-Maria", familyName: "", nameSource: "GUESSED" };
  const { calls } = await renderApp("/profile", { viewer: accountWith(name) });
  const given = await screen.findByLabelText<HTMLInputElement>("First name");
  await userEvent.clear(given);
  await userEvent.type(given, "Ana-Maria");
  await userEvent.type(screen.getByLabelText("Last name, if you have one"), "Popescu");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(calls.find((call) => call.name === "CompleteProfile")?.variables).toMatchObject({
    input: { givenName: "Ana-Maria", familyName: "Popescu" },
  });
});

test("K5: an address claimed since is told beside the one that mails still go to", async () => {
  const { calls } = await renderApp("/profile", {
    viewer: accountWith({ claimedEmail: "ana@xn--mnchen-3ya.example" }),
  });
  expect(await screen.findByText(/Your sign-in shows ana@münchen.example by now/)).toBeTruthy();
  expect(screen.getByText(/Mails still go to ana.ionescu@carpatica.example/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Confirm this address" }));
  expect(calls.find((call) => call.name === "SendAddressConfirmation")?.variables).toEqual({
    input: { idempotencyKey: expect.any(String) },
  });
});

test("K5: who has no address types one", async () => {
  const { calls } = await renderApp("/profile", { viewer: accountWith({ email: "", isEmailProven: false }) });
  await userEvent.type(await screen.findByLabelText("Your e-mail address"), "ana@x.example");
  await userEvent.click(screen.getByRole("button", { name: "Confirm this address" }));
  expect(calls.find((call) => call.name === "SendAddressConfirmation")?.variables).toMatchObject({
    input: { email: "ana@x.example" },
  });
});

test("R54: the profile page starts from what was saved and saves what was changed", async () => {
  const { calls } = await renderApp("/profile");
  const phone = await screen.findByLabelText<HTMLInputElement>(/^Phone/, { selector: "input[type=tel]" });
  expect(phone.value).toBe("+40722123456");
  await userEvent.clear(phone);
  await userEvent.type(phone, "+40733000111");
  await userEvent.click(
    within(screen.getByRole("radiogroup", { name: "Preferred contact method" })).getByRole("radio", { name: "Phone" }),
  );
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(calls.find((call) => call.name === "CompleteProfile")?.variables).toEqual({
    input: {
      country: "RO",
      timeZone: "Europe/Bucharest",
      language: "EN",
      phone: "+40733000111",
      preferredContactMethod: "PHONE",
    },
  });
});

test("R52, R72: what the account may do from now on is known at once, without a reload", async () => {
  const portalSettings = {
    isPurchaseEnabled: true,
    arePersonasEnabled: true,
    version: "0.1.0",
    entitlementTimeZone: "UTC",
  };
  const before = { ...NEWCOMER, canPurchase: false, canAddAgreement: false };
  const after = {
    ...NEWCOMER,
    account: VIEWER.account,
    isProfileComplete: true,
    canPurchase: true,
    canAddAgreement: true,
  };
  await renderApp("/welcome?returnTo=/plans%3Fbuy%3D1", {
    viewer: before,
    portalSettings,
    completeProfile: { viewer: after, userErrors: [] },
    incidentOffers: offersOf([offer(1)]),
    paymentMethods: [],
    purchases: connectionOf([]),
  });
  await userEvent.selectOptions(await screen.findByLabelText(/^Country/), "Romania");
  await userEvent.click(screen.getByRole("button", { name: "Save and continue" }));
  expect(await screen.findByRole("radio", { name: /Single incident/ })).toBeTruthy();
});

test("R52: every refusal stands at its field and in a summary that links to it", async () => {
  const refused = {
    __typename: "InputError",
    code: "INPUT_INVALID",
    message: "The phone number needs its country code.",
    remedy: "Begin with + and the code.",
    path: ["phone"],
  };
  await renderApp("/welcome", { viewer: NEWCOMER, completeProfile: () => ({ viewer: null, userErrors: [refused] }) });
  await userEvent.click(await screen.findByRole("button", { name: "Save and continue" }));
  const summary = await screen.findByRole("alert");
  const link = within(summary).getByRole("link", { name: refused.message });
  expect(summary.textContent).toContain("One thing needs your attention");
  expect(summary.textContent).toContain(refused.remedy);
  await userEvent.click(link);
  expect(document.activeElement?.getAttribute("type")).toBe("tel");
  expect(document.activeElement?.getAttribute("aria-invalid")).toBe("true");
});

test("E5: a time zone outside the country is a warning, not an obstacle (R70)", async () => {
  const account = {
    ...VIEWER.account,
    profile: { ...VIEWER.account.profile, country: "RO", timeZone: "America/New_York" },
  };
  const { calls } = await renderApp("/profile", { viewer: { ...VIEWER, account } });
  expect((await screen.findByText("America/New York is not a time zone of Romania")).textContent).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(calls.some((call) => call.name === "CompleteProfile")).toBe(true);
});

const hints = { country: null, timeZone: null, browserZone: "Europe/Bucharest", browserLanguages: ["en-US"] };

test("R54: the first guess of the place goes by the browser's zone, not by its language", () => {
  expect(guessPlace(COUNTRIES, hints)).toEqual({ country: "RO", timeZone: "Europe/Bucharest" });
});

test("R54: what the account says goes before what the browser says", () => {
  expect(guessPlace(COUNTRIES, { ...hints, country: "DE" })).toEqual({ country: "DE", timeZone: "Europe/Berlin" });
});

test("R54: an unknown place leaves the choice to the person", () => {
  expect(guessPlace(COUNTRIES, { ...hints, browserZone: "Asia/Tokyo", browserLanguages: ["ja"] })).toEqual({
    country: "",
    timeZone: "Asia/Tokyo",
  });
});

test("R70: the zones of the country come first, all others on demand", async () => {
  await renderApp("/profile");
  const zone = await screen.findByLabelText<HTMLSelectElement>(/^Time zone/);
  expect([...zone.options].map((option) => option.textContent)).toEqual([
    expect.stringMatching(/^Europe\/Bucharest \(UTC\+[23]\)$/),
    "Another time zone…",
  ]);
  await userEvent.selectOptions(zone, "Another time zone…");
  expect(zone.options.length).toBeGreaterThan(300);
  expect(zone.value).toBe("Europe/Bucharest");
});
