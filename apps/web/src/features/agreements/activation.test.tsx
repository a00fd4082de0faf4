/** The activation link: adds the agreement with one button, or says what to do instead (F56, P16). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { topLevelError } from "../../../preview/fixture-link";
import { PLANS } from "../../../preview/fixtures/plans";
import { renderApp } from "../../../preview/render-app";

const add = async (): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name: "Add the agreement to this account" }));

test("F56: the link adds the agreement to the account that is named, and opens its plan", async () => {
  const { calls, router } = await renderApp("/activate/abc", {
    redeemActivationLink: () => ({ plan: PLANS[0], isUsableFrom: null, userErrors: [] }),
  });
  await screen.findByText("ana.ionescu@carpatica.example", { selector: "strong" });
  await add();
  await waitFor(() => expect(router.state.location.pathname).toBe(`/plans/${PLANS[0]?.id}`));
  expect(calls.find((call) => call.name === "ActivateAgreement")?.variables).toEqual({
    input: { token: "abc", idempotencyKey: expect.any(String) },
  });
});

test("F56: a link that was used says so and names the other way", async () => {
  const used = {
    __typename: "InputError",
    code: "INVITE_NOT_VALID",
    message: "This link was used before.",
    remedy: "Ask for a new one.",
    path: ["token"],
  };
  await renderApp("/activate/abc", {
    redeemActivationLink: () => ({ plan: null, isUsableFrom: null, userErrors: [used] }),
  });
  await add();
  expect((await screen.findByRole("alert")).textContent).toContain("This link was used before.");
  expect(screen.getByRole("link", { name: "Add an agreement by its two IDs" })).toBeTruthy();
});

test("R48, F56: whoever is not signed in comes back to the link", async () => {
  await renderApp("/activate/abc", { viewer: () => topLevelError("UNAUTHENTICATED") });
  const link = await screen.findByRole("link", { name: "Sign in" });
  expect(new URL(link.getAttribute("href") ?? "", "http://x").searchParams.get("returnTo")).toBe("/activate/abc");
});
