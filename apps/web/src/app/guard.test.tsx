/** The guard of the signed-in pages: sign-in and profile come first, deep links survive (R32, R48, R49, R52). */
import { chosenLanguage } from "@accord/domain";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { topLevelError } from "../../preview/fixture-link";
import { NEWCOMER, VIEWER } from "../../preview/fixtures/people";
import { renderApp } from "../../preview/render-app";
import { storeLanguage } from "../lib/language";

const signedOut = { viewer: () => topLevelError("UNAUTHENTICATED") };

test("R48: a deep link leads through sign-in and is kept as the address to come back to", async () => {
  const { router } = await renderApp("/requests/req_1?tab=contacts", signedOut);
  await screen.findByRole("heading", { name: "Support for what you have" });
  const button = screen.getByRole("link", { name: "Sign in" });
  expect(router.state.location.pathname).toBe("/sign-in");
  expect(new URL(button.getAttribute("href") ?? "", "http://x").searchParams.get("returnTo")).toBe(
    "/requests/req_1?tab=contacts",
  );
});

test("R49: the sign-in page names the personal, the work and the partner account", async () => {
  await renderApp("/sign-in", signedOut);
  expect(await screen.findByText("Personal account")).toBeTruthy();
  expect(screen.getByText("Work account")).toBeTruthy();
  expect(screen.getByText(/partner organisation/)).toBeTruthy();
});

test.each([
  ["expired", "That sign-in took too long"],
  ["something-new", "The sign-in did not succeed"],
])("R48: a failed sign-in (%s) says what happened", async (problem, sentence) => {
  await renderApp(`/sign-in?problem=${problem}`, signedOut);
  expect((await screen.findByRole("alert")).textContent).toContain(sentence);
});

test.each(["//evil.example", "https://evil.example/", "/\\evil.example", "/sign-in?returnTo=/plans"])(
  "R48: sign-in never leads back to %s",
  async (returnTo) => {
    await renderApp(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`, signedOut);
    const button = await screen.findByRole("link", { name: "Sign in" });
    expect(new URL(button.getAttribute("href") ?? "", "http://x").searchParams.get("returnTo")).toBe("/requests");
  },
);

test("R52: without a profile every page leads to it first, and back to the deep link after it is saved", async () => {
  let isComplete = false;
  const { router } = await renderApp("/plans/pln_core", {
    viewer: () => (isComplete ? VIEWER : NEWCOMER),
    completeProfile: () => {
      isComplete = true;
      return { viewer: VIEWER, userErrors: [] };
    },
  });
  await screen.findByRole("heading", { name: "Welcome, Ana" });
  expect(router.state.location.pathname).toBe("/welcome");
  await userEvent.click(await screen.findByRole("button", { name: "Save and continue" }));
  await screen.findByRole("heading", { name: "Partner on-premises support 20-pack" });
  expect(router.state.location.pathname).toBe("/plans/pln_core");
});

test("R32: after sign-in the start page is the list of requests", async () => {
  const { router } = await renderApp("/");
  await screen.findByRole("heading", { name: "Manage support requests" });
  expect(router.state.location.pathname).toBe("/requests");
});

test("R48: a session that ends while working leads to sign-in and says so", async () => {
  await renderApp("/plans", { myPlans: () => topLevelError("UNAUTHENTICATED"), viewer: VIEWER });
  expect(await screen.findByText("Your session has ended")).toBeTruthy();
});

test("R64: the header always shows the kind of account and its address", async () => {
  await renderApp("/plans");
  const account = await screen.findByRole("button", { name: /Work account, ana.ionescu@carpatica.example/ });
  expect(account.textContent).toContain("Work account");
  expect(account.textContent).toContain("ana.ionescu@carpatica.example");
});

test("Romanian is spoken in full: page, navigation and account", async () => {
  await renderApp("/plans", {}, "ro");
  await screen.findByRole("heading", { name: "Planurile mele" });
  await waitFor(() => expect(screen.getByText("1 rămas din 4 incidente")).toBeTruthy());
  expect(screen.getByText("7 rămase din 20 de incidente")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Solicitare nouă" })).toBeTruthy();
});

const romanian = {
  ...VIEWER,
  account: { ...VIEWER.account, profile: { ...VIEWER.account.profile, language: "RO" } },
};

test("R54, K8: the account's language is spoken before the page asks for anything, whatever was chosen here", async () => {
  storeLanguage("en");
  const { calls } = await renderApp("/plans", { viewer: romanian });
  await screen.findByRole("heading", { name: "Planurile mele" });
  await screen.findByText("1 rămas din 4 incidente");
  expect(calls.filter((call) => call.name === "MyPlans")).toHaveLength(1);
});

const chooseRomanian = async (): Promise<void> => {
  await userEvent.click(screen.getByRole("button", { name: "Language: English" }));
  await userEvent.click(screen.getByRole("button", { name: "Română", pressed: false }));
};

test("R54, K8: a language chosen in the header becomes the account's, and nothing on the page is lost by it", async () => {
  let viewer: object = VIEWER;
  const completeProfile = () => {
    viewer = romanian;
    return { viewer, userErrors: [] };
  };
  const { calls } = await renderApp("/profile", { viewer: () => viewer, completeProfile });
  const phone = await screen.findByLabelText<HTMLInputElement>(/^Phone/, { selector: "input[type=tel]" });
  await userEvent.type(phone, "9");
  const { account } = VIEWER;
  viewer = { ...VIEWER, account: { ...account, profile: { ...account.profile, country: "MD" } } };
  await chooseRomanian();
  const told = await screen.findByText(/^De acum, aceste pagini/);
  await waitFor(() => expect(told.closest("[data-outcome]")?.contains(document.activeElement)).toBe(true));
  expect(phone.isConnected).toBe(true);
  expect(phone.value).toBe("+407221234569");
  // Its rest as it stands by now, not as this page was told.
  expect(calls.filter(({ name }) => name === "ChooseLanguage").map(({ variables }) => variables)).toEqual([
    {
      input: {
        country: "MD",
        timeZone: "Europe/Bucharest",
        phone: "+40722123456",
        preferredContactMethod: "EMAIL",
        language: "RO",
      },
    },
  ]);
  expect(document.documentElement.lang).toBe("ro");
});

test("K8: a language that the account cannot be given is not spoken, and the page says why", async () => {
  await renderApp("/plans", { completeProfile: () => topLevelError("UNAVAILABLE") });
  await screen.findByRole("heading", { name: "My plans" });
  await chooseRomanian();
  expect((await screen.findByRole("alert")).textContent).toMatch(/\S/);
  expect(screen.getByRole("heading", { name: "My plans" })).toBeTruthy();
});

test("K8: with nobody signed in the choice is kept in this browser, where the server's pages read it too", async () => {
  const { calls } = await renderApp("/help", { viewer: () => topLevelError("UNAUTHENTICATED") });
  await screen.findByRole("heading", { level: 1 });
  await chooseRomanian();
  await screen.findByRole("button", { name: "Limba: Română" });
  expect(chosenLanguage(document.cookie)).toBe("ro");
  expect(calls.some(({ name }) => name === "ChooseLanguage")).toBe(false);
});

test("K10: while it is not known who is signed in, the page keeps the room of the places and offers no sign-in", async () => {
  document.documentElement.dataset.reader = "account";
  try {
    let tell: (viewer: typeof VIEWER) => void = () => undefined;
    const told = new Promise<typeof VIEWER>((resolve) => {
      tell = resolve;
    });
    await renderApp("/plans", { viewer: () => told });
    const body = (await screen.findByRole("main")).parentElement;
    expect(body?.hasAttribute("data-navigation")).toBe(true);
    expect(screen.queryByRole("navigation", { name: "Main" })).toBeNull();
    expect(screen.queryByRole("link", { name: "Sign in" })).toBeNull();
    tell(VIEWER);
    await screen.findByRole("link", { name: "My plans" });
    expect(body?.isConnected && body.hasAttribute("data-navigation")).toBe(true);
  } finally {
    delete document.documentElement.dataset.reader;
  }
});

test("K10: whose session has ended meanwhile is offered to sign in, on the public pages too", async () => {
  document.documentElement.dataset.reader = "account";
  const { router } = await renderApp("/plans", signedOut);
  await screen.findByRole("heading", { name: "Support for what you have" });
  await act(() => router.navigate("/help"));
  await screen.findByRole("heading", { level: 1, name: "Help" });
  expect(screen.getByRole("link", { name: "Sign in" })).toBeTruthy();
  expect(screen.getByRole("main").parentElement?.hasAttribute("data-navigation")).toBe(false);
});
