/** Coming in by a link, confirming an address, asking for access (R83, R84, R95, F43, F46). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { topLevelError } from "../../../preview/fixture-link";
import { ACCOUNT, NEWCOMER, VIEWER } from "../../../preview/fixtures/people";
import { REQUESTS } from "../../../preview/fixtures/requests";
import { renderApp } from "../../../preview/render-app";

type Calls = readonly { name: string; variables: Record<string, unknown> }[];
const inputs = (calls: Calls, name: string) =>
  calls.filter((call) => call.name === name).map((call) => call.variables.input as Record<string, unknown>);
const REFUSED = {
  __typename: "InputError",
  code: "INVITE_NOT_VALID",
  message: "This link does not work (any more).",
  remedy: "Ask for a new one.",
  path: null,
};

test("R83: the link says which account it will open for, and opens the request with one click", async () => {
  const { router, calls } = await renderApp("/invitations/4f9c2ab8");
  expect(await screen.findByRole("heading", { name: "You are invited to a support request" })).toBeTruthy();
  expect(screen.getByRole("main").textContent).toContain("ana.ionescu@carpatica.example");
  expect(inputs(calls, "RedeemInvitation")).toEqual([]);
  await userEvent.click(screen.getByRole("button", { name: "Open the request" }));
  await waitFor(() => expect(router.state.location.pathname).toBe("/requests/req_1"));
  expect(inputs(calls, "RedeemInvitation")).toMatchObject([{ token: "4f9c2ab8" }]);
});

test("R83: another account can be taken, and leads back to the link", async () => {
  await renderApp("/invitations/4f9c2ab8");
  const other = await screen.findByRole("link", { name: "Use another account" });
  const address = new URL(other.getAttribute("href") ?? "", "http://x");
  expect(address.searchParams.get("returnTo")).toBe("/invitations/4f9c2ab8");
  expect(address.searchParams.get("prompt")).toBe("select_account");
});

test("R48, R83: the link survives sign-in", async () => {
  await renderApp("/invitations/4f9c2ab8", { viewer: () => topLevelError("UNAUTHENTICATED") });
  const button = await screen.findByRole("link", { name: "Sign in" });
  expect(new URL(button.getAttribute("href") ?? "", "http://x").searchParams.get("returnTo")).toBe(
    "/invitations/4f9c2ab8",
  );
});

test("R52, R83: the link survives the one-time profile", async () => {
  let isComplete = false;
  const { router } = await renderApp("/invitations/4f9c2ab8", {
    viewer: () => (isComplete ? VIEWER : NEWCOMER),
    completeProfile: () => {
      isComplete = true;
      return { viewer: VIEWER, userErrors: [] };
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Save and continue" }));
  await screen.findByRole("heading", { name: "You are invited to a support request" });
  expect(router.state.location.pathname).toBe("/invitations/4f9c2ab8");
});

test("R83: a link that does not work says so, with another way in", async () => {
  await renderApp("/invitations/used", { redeemInvitation: () => ({ request: null, userErrors: [REFUSED] }) });
  await userEvent.click(await screen.findByRole("button", { name: "Open the request" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("This link does not work (any more).");
  expect(screen.getByRole("link", { name: /Ask the contacts for access/ }).getAttribute("href")).toBe("/ask-access");
});

test("R83: a try without an answer says so and can be tried again", async () => {
  let isDown = true;
  const { router } = await renderApp("/invitations/4f9c2ab8", {
    redeemInvitation: () => {
      if (isDown) throw new Error("the line broke");
      return { request: REQUESTS[0], userErrors: [] };
    },
  });
  const open = await screen.findByRole("button", { name: "Open the request" });
  await userEvent.click(open);
  await screen.findByRole("alert");
  isDown = false;
  await userEvent.click(open);
  await waitFor(() => expect(router.state.location.pathname).toBe("/requests/req_1"));
});

test("F43: an address is confirmed by the link of its mail", async () => {
  const { calls } = await renderApp("/confirm-address/77aa");
  await userEvent.click(await screen.findByRole("button", { name: "Confirm this address" }));
  expect(await screen.findByRole("heading", { name: "Your address is confirmed" })).toBeTruthy();
  expect(inputs(calls, "ConfirmAddress")).toMatchObject([{ token: "77aa" }]);
});

test("F43: a confirmation that does not work leads to the profile for another", async () => {
  await renderApp("/confirm-address/old", {
    completeAddressConfirmation: () => ({ viewer: null, userErrors: [REFUSED] }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Confirm this address" }));
  expect((await screen.findByRole("link", { name: "Ask for a new link in your profile" })).getAttribute("href")).toBe(
    "/profile",
  );
});

test("R95, F46: access is asked for by number, as it is read out, and the answer does not tell whether there is one", async () => {
  const { calls } = await renderApp("/ask-access");
  await userEvent.type(await screen.findByLabelText(/Request number/), " 2611 2000 3000 0417 ");
  await userEvent.click(screen.getByRole("button", { name: "Ask the contacts" }));
  expect((await screen.findByText(/This answer is the same/)).closest("[role=status]")?.textContent).toContain(
    "This answer is the same for every number.",
  );
  expect(inputs(calls, "AskForAccess")).toMatchObject([{ number: "2611200030000417" }]);
});

test("F43: the profile offers to confirm an address that is not proven, and only then", async () => {
  const unproven = { ...VIEWER, account: { ...ACCOUNT, isEmailProven: false } };
  const { calls, unmount } = await renderApp("/profile", { viewer: unproven });
  await userEvent.click(await screen.findByRole("button", { name: "Confirm this address" }));
  expect(await screen.findByText("A link is on its way to ana.ionescu@carpatica.example")).toBeTruthy();
  expect(calls.some((call) => call.name === "SendAddressConfirmation")).toBe(true);
  unmount();
  await renderApp("/profile");
  await screen.findByRole("heading", { level: 1 });
  expect(screen.queryByRole("button", { name: "Confirm this address" })).toBeNull();
});
