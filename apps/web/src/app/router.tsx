/** The pages and their addresses; every page's code is loaded when it is first visited, and behind a guard not before the guard lets somebody through. */
import { lazy, Suspense } from "react";
import { createBrowserRouter, type RouteObject, redirect } from "react-router";
import { AdministrationFrame } from "./administration-frame";
import { ErrorPage } from "./error-page";
import { Layout } from "./layout";
import { type LoadPage, pages } from "./loads";
import NotFoundPage from "./not-found-page";
import { PageFallback } from "./page-fallback";
import { RequireAccount } from "./require-account";
import { RequireDesk } from "./require-desk";

/** A page for everybody. */
const open = (load: LoadPage): Pick<RouteObject, "lazy"> => ({
  lazy: async () => ({ Component: (await load()).default }),
});

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
  const queue = guarded(pages.queue);
  const newRequest = guarded(pages.newRequest);

  /** Below /administration; each address belongs to a section of lib/administration.ts, whose right it needs. */
  const administration: RouteObject[] = [
    { index: true, element: null },
    { path: "agreements", ...guarded(pages.managedAgreements) },
    { path: "agreements/issue", ...guarded(pages.issue) },
    { path: "agreements/:planId", ...guarded(pages.managedAgreement) },
    { path: "imports", ...guarded(pages.imports) },
    { path: "imports/:importId", ...guarded(pages.import) },
    { path: "people", ...guarded(pages.people) },
    { path: "people/partners", ...guarded(pages.partners) },
    { path: "people/:accountId", ...guarded(pages.person) },
    { path: "audit", ...guarded(pages.audit) },
    { path: "overview", ...guarded(pages.overview) },
    { path: "packs", ...guarded(pages.packs) },
    { path: "packs/:kind", ...guarded(pages.pack) },
  ];

  /** Below the guard that wants a profile. */
  const signedIn: RouteObject[] = [
    { path: "profile", ...guarded(pages.profile) },
    { path: "activate/:token", ...guarded(pages.activate) },
    { path: "ask", ...guarded(pages.topics) },
    { path: "ask/:topicId", ...guarded(pages.question) },
    { path: "ask-access", ...guarded(pages.askAccess) },
    { path: "invitations/:token", ...guarded(pages.invitation) },
    { path: "confirm-address/:token", ...guarded(pages.confirmAddress) },
    { path: "notices", ...guarded(pages.notices) },
    {
      element: <RequireDesk />,
      children: [
        { path: "queue", ...queue },
        { path: "queue/new", ...guarded(pages.enterRequest) },
        { path: "queue/:requestId", ...queue },
      ],
    },
    { path: "plans", ...guarded(pages.plans) },
    { path: "plans/:planId", ...guarded(pages.plan) },
    { path: "payment-methods", ...guarded(pages.cards) },
    { path: "purchases", ...guarded(pages.purchases) },
    { path: "purchases/:purchaseId", ...guarded(pages.purchase) },
    { path: "receipts/:purchaseId", ...guarded(pages.receipt) },
    { path: "requests", ...guarded(pages.requests) },
    { path: "requests/new", ...newRequest },
    { path: "requests/new/:draftId", ...newRequest },
    { path: "requests/new/:draftId/:step", ...newRequest },
    { path: "requests/:requestId", ...guarded(pages.request) },
  ];

  const everybody: RouteObject[] = [
    { index: true, element: <PageFallback />, loader: () => redirect("/requests") },
    { path: "sign-in", ...open(pages.signIn) },
    { path: "help", ...open(pages.articles) },
    { path: "help/where-to-go", ...open(pages.whereToGo) },
    { path: "help/purchase-terms", ...open(pages.purchaseTerms) },
    { path: "help/:articleId", ...open(pages.article) },
    {
      element: <RequireAccount needsProfile={false} />,
      children: [
        { path: "welcome", ...guarded(pages.welcome) },
        // Without countries nobody can complete a profile: whoever begins with nothing loads them first.
        { path: "administration", element: <AdministrationFrame />, children: administration },
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
