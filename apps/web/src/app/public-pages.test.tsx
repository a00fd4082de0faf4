/** Pages for everybody, as the router has them: read without a session, in the account's language with one (R30, R54, R55). */
import { screen, waitFor } from "@testing-library/react";
import type { RouteObject } from "react-router";
import { expect, test } from "vitest";
import { topLevelError } from "../../preview/fixture-link";
import { VIEWER } from "../../preview/fixtures/people";
import { ARTICLES } from "../../preview/fixtures/reference";
import { WORLD } from "../../preview/fixtures/world";
import { renderApp } from "../../preview/render-app";
import { RequireAccount } from "./require-account";
import { createRoutes } from "./router";

interface Place {
  readonly path: string;
  readonly isOpen: boolean;
}

const placesOf = (routes: readonly RouteObject[], above = "", isBehind = false): Place[] =>
  routes.flatMap(({ path = "", element, children, index, loader, lazy }) => {
    const isGuard =
      typeof element === "object" && element !== null && "type" in element && element.type === RequireAccount;
    const isGuarded = isBehind || isGuard;
    const own = path === "" ? above : `${above}/${path}`;
    const isPage =
      children === undefined && index !== true && (element !== undefined || lazy !== undefined || loader !== undefined);
    return [...(isPage ? [{ path: own, isOpen: !isGuarded }] : []), ...placesOf(children ?? [], own, isGuarded)];
  });

const places = placesOf(createRoutes(() => false));
const EXAMPLES: Readonly<Record<string, string>> = { ":articleId": ARTICLES[0]?.id ?? "", "*": "nowhere" };
const exampleOf = (path: string): string => path.replace(/:\w+|\*/g, (part) => EXAMPLES[part] ?? "x");
const OPEN = places.filter(({ isOpen }) => isOpen).map(({ path }) => exampleOf(path));
const patterns = places
  .filter(({ path }) => !path.endsWith("*"))
  .map(({ path, isOpen }) => ({ pattern: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`), isOpen }));
/** The most exact route comes first in the router's list of one place. */
const isOpenAddress = (path: string): boolean => patterns.find(({ pattern }) => pattern.test(path))?.isOpen ?? false;

/** What the API answers without a session (apps/api/src/modules/<noun>/policies.ts). */
const ANSWERED = new Set(["article", "articles", "generalTopics", "portalRoutes", "portalSettings", "searchArticles"]);
const STRANGER = Object.fromEntries(
  Object.keys(WORLD).flatMap((field) => (ANSWERED.has(field) ? [] : [[field, () => topLevelError("UNAUTHENTICATED")]])),
);

test("the router's pages for everybody are known", () => {
  expect(OPEN).toContain("/help/where-to-go");
  expect(OPEN).not.toContain("/requests");
});

test.each(OPEN)(
  "%s is read without a session, and speaks of none; its links say where a sign-in is needed",
  async (path) => {
    const { router, container } = await renderApp(path, STRANGER);
    await screen.findByRole("heading", { level: 1 });
    await waitFor(() => expect(container.querySelector("[aria-busy=true]")).toBeNull());
    expect(router.state.location.pathname).toBe(path);
    expect(container.textContent).not.toMatch(/session has ended|draft you were writing/);
    for (const link of container.querySelectorAll<HTMLAnchorElement>("a[href^='/']")) {
      const { pathname } = new URL(link.href);
      if (pathname.startsWith("/docs/") || pathname.startsWith("/auth/") || isOpenAddress(pathname)) continue;
      expect(link.parentElement?.textContent, link.href).toMatch(/sign/i);
    }
  },
);

test.each(OPEN.filter((path) => path !== "/sign-in"))(
  "R54: %s is in the account's language after a reload",
  async (path) => {
    const account = { ...VIEWER.account, profile: { ...VIEWER.account.profile, language: "RO" } };
    await renderApp(path, { viewer: { ...VIEWER, account } });
    await waitFor(() => expect(document.documentElement.lang).toBe("ro"));
    expect(await screen.findByRole("link", { name: "Solicitare nouă" })).toBeTruthy();
  },
);
