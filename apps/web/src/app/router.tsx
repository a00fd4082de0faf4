/** The pages and their addresses; every page's code is loaded when it is first visited, and behind a guard not before the guard lets somebody through. */
import { lazy, Suspense } from "react";
import { createBrowserRouter, type RouteObject, redirect } from "react-router";
import { firstLanguage } from "../lib/language";
import { loadPart } from "../lib/messages";
import { AdministrationFrame } from "./administration-frame";
import { ErrorPage } from "./error-page";
import { Layout } from "./layout";
import { accountPages, administrationPages, deskPages, type LoadPage, openPages, pages } from "./loads";
import NotFoundPage from "./not-found-page";
import { PageFallback } from "./page-fallback";
import { RequireAccount } from "./require-account";
import { RequireDesk } from "./require-desk";

/** A page for everybody. */
const open = (load: LoadPage): Pick<RouteObject, "lazy"> => ({
  lazy: async () => ({ Component: (await load()).default }),
});

/** On its way while the guards decide and the page's code is loaded; the frame waits for it, and says so where it does not come. */
const fetchWords = (): null => {
  loadPart("administration", firstLanguage()).catch(() => undefined);
  return null;
};

/** The routes; `isSomebodyKnown` tells whether the guards have somebody to let through already. */
export const createRoutes = (isSomebodyKnown: () => boolean): RouteObject[] => {
  /** A page behind guards: they decide first. Who was let through before sees the old page until the new one is there. */
  const guarded = (load: LoadPage): Pick<RouteObject, "element" | "loader" | "shouldRevalidate"> => {
    const Page = lazy(load);
    return {
      element: (
        <Suspense fallback={<PageFallback />}>
          <Page />
        </Suspense>
      ),
      loader: async () => {
        if (isSomebodyKnown()) await load();
        return null;
      },
      // Another filter or step of the page that is there waits for nothing.
      shouldRevalidate: () => false,
    };
  };
  /** A page with several addresses is one element: moving among them does not begin it anew. */
  const made = new Map<LoadPage, ReturnType<typeof guarded>>();
  const guardedAt = (addresses: Readonly<Record<string, LoadPage>>): RouteObject[] =>
    Object.entries(addresses).map(([path, load]) => {
      const page = made.get(load) ?? guarded(load);
      made.set(load, page);
      return { path, ...page };
    });

  const administration: RouteObject[] = [{ index: true, element: null }, ...guardedAt(administrationPages)];
  const signedIn: RouteObject[] = [
    ...guardedAt(accountPages),
    { element: <RequireDesk />, children: guardedAt(deskPages) },
  ];

  const everybody: RouteObject[] = [
    { index: true, element: <PageFallback />, loader: () => redirect("/requests") },
    ...Object.entries(openPages).map(([path, load]) => ({ path, ...open(load) })),
    {
      element: <RequireAccount needsProfile={false} />,
      children: [
        { path: "welcome", ...guarded(pages.welcome) },
        // Without countries nobody can complete a profile: whoever begins with nothing loads them first.
        { path: "administration", element: <AdministrationFrame />, loader: fetchWords, children: administration },
      ],
    },
    { element: <RequireAccount needsProfile />, children: signedIn },
    { path: "*", element: <NotFoundPage /> },
  ];

  return [
    {
      element: <Layout />,
      errorElement: <ErrorPage />,
      hydrateFallbackElement: <PageFallback />,
      children: [{ errorElement: <ErrorPage />, children: everybody }],
    },
  ];
};

export const createRouter = (isSomebodyKnown: () => boolean): ReturnType<typeof createBrowserRouter> =>
  createBrowserRouter(createRoutes(isSomebodyKnown));
