/** The pages and their addresses; every page's code is loaded when it is first visited. */
import { createBrowserRouter, type RouteObject, redirect } from "react-router";
import { AdministrationFrame } from "./administration-frame";
import { ErrorPage } from "./error-page";
import { Layout } from "./layout";
import { PageFallback } from "./page-fallback";
import { RequireAccount } from "./require-account";
import { RequireDesk } from "./require-desk";

const page =
  (load: () => Promise<{ readonly default: React.ComponentType }>): RouteObject["lazy"] =>
  async () => ({
    Component: (await load()).default,
  });

/** Below /administration; each address belongs to a section of lib/administration.ts, whose right it needs. */
const administrationRoutes: RouteObject[] = [
  { index: true, element: null },
  { path: "agreements", lazy: page(() => import("../features/administration/agreements/managed-agreements-page")) },
  { path: "agreements/issue", lazy: page(() => import("../features/administration/agreements/issue-page")) },
  {
    path: "agreements/:planId",
    lazy: page(() => import("../features/administration/agreements/managed-agreement-page")),
  },
  { path: "imports", lazy: page(() => import("../features/administration/imports/imports-page")) },
  { path: "imports/:importId", lazy: page(() => import("../features/administration/imports/import-page")) },
  { path: "people", lazy: page(() => import("../features/administration/people/people-page")) },
  { path: "people/partners", lazy: page(() => import("../features/administration/people/partners-page")) },
  { path: "people/:accountId", lazy: page(() => import("../features/administration/people/person-page")) },
  { path: "audit", lazy: page(() => import("../features/administration/audit/audit-page")) },
  { path: "overview", lazy: page(() => import("../features/administration/overview/overview-page")) },
  { path: "packs", lazy: page(() => import("../features/administration/packs/packs-page")) },
  { path: "packs/:kind", lazy: page(() => import("../features/administration/packs/pack-page")) },
];

export const routes: RouteObject[] = [
  {
    element: <Layout />,
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <PageFallback />,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, element: <PageFallback />, loader: () => redirect("/requests") },
          { path: "sign-in", lazy: page(() => import("../features/sign-in/sign-in-page")) },
          { path: "help", lazy: page(() => import("../features/help/articles-page")) },
          { path: "help/where-to-go", lazy: page(() => import("../features/help/where-to-go-page")) },
          { path: "help/purchase-terms", lazy: page(() => import("../features/purchases/terms-page")) },
          { path: "help/:articleId", lazy: page(() => import("../features/help/article-page")) },
          {
            element: <RequireAccount needsProfile={false} />,
            children: [
              { path: "welcome", lazy: page(() => import("../features/profile/welcome-page")) },
              // Without countries nobody can complete a profile: whoever begins with nothing loads them first.
              { path: "administration", element: <AdministrationFrame />, children: administrationRoutes },
            ],
          },
          {
            element: <RequireAccount needsProfile />,
            children: [
              { path: "profile", lazy: page(() => import("../features/profile/profile-page")) },
              { path: "activate/:token", lazy: page(() => import("../features/activation/activate-page")) },
              { path: "ask-access", lazy: page(() => import("../features/invitations/ask-access-page")) },
              { path: "invitations/:token", lazy: page(() => import("../features/invitations/invitation-page")) },
              {
                path: "confirm-address/:token",
                lazy: page(() => import("../features/invitations/confirm-address-page")),
              },
              { path: "notices", lazy: page(() => import("../features/notices/notices-page")) },
              {
                element: <RequireDesk />,
                children: [
                  { path: "queue", lazy: page(() => import("../features/workspace/queue-page")) },
                  { path: "queue/new", lazy: page(() => import("../features/workspace/enter-page")) },
                  { path: "queue/:requestId", lazy: page(() => import("../features/workspace/queue-page")) },
                ],
              },
              { path: "plans", lazy: page(() => import("../features/agreements/plans-page")) },
              { path: "plans/:planId", lazy: page(() => import("../features/agreements/plan-page")) },
              { path: "payment-methods", lazy: page(() => import("../features/purchases/cards/cards-page")) },
              { path: "purchases", lazy: page(() => import("../features/purchases/history-page")) },
              { path: "purchases/:purchaseId", lazy: page(() => import("../features/purchases/purchase-page")) },
              { path: "receipts/:purchaseId", lazy: page(() => import("../features/purchases/receipt-page")) },
              { path: "requests", lazy: page(() => import("../features/requests/requests-page")) },
              { path: "requests/new", lazy: page(() => import("../features/new-request/new-request-page")) },
              { path: "requests/new/:draftId", lazy: page(() => import("../features/new-request/new-request-page")) },
              {
                path: "requests/new/:draftId/:step",
                lazy: page(() => import("../features/new-request/new-request-page")),
              },
              { path: "requests/:requestId", lazy: page(() => import("../features/requests/request-page")) },
            ],
          },
          { path: "*", lazy: page(() => import("./not-found-page")) },
        ],
      },
    ],
  },
];

export const createRouter = (): ReturnType<typeof createBrowserRouter> => createBrowserRouter(routes);
