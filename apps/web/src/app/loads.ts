/** Where the code of each page is loaded from, and of what the frame shows later. */
import type { ComponentType } from "react";

export type LoadPage = () => Promise<{ readonly default: ComponentType }>;

export const pages = {
  start: () => import("../features/start/start-page"),
  signIn: () => import("../features/identity/sign-in-page"),
  articles: () => import("../features/help/articles-page"),
  article: () => import("../features/help/article-page"),
  whereToGo: () => import("../features/help/where-to-go-page"),
  topics: () => import("../features/requests/questions/topics-page"),
  question: () => import("../features/requests/questions/question-page"),
  purchaseTerms: () => import("../features/purchases/terms-page"),
  welcome: () => import("../features/identity/welcome-page"),
  profile: () => import("../features/identity/profile-page"),
  sessions: () => import("../features/identity/settings/sessions-page"),
  tokens: () => import("../features/identity/settings/tokens-page"),
  ownData: () => import("../features/identity/settings/data-page"),
  activatePair: () => import("../features/agreements/activate-pair-page"),
  activate: () => import("../features/agreements/activate-page"),
  askAccess: () => import("../features/invitations/ask-access-page"),
  invitation: () => import("../features/invitations/invitation-page"),
  confirmAddress: () => import("../features/invitations/confirm-address-page"),
  notices: () => import("../features/notices/notices-page"),
  queue: () => import("../features/desk/queue-page"),
  enterRequest: () => import("../features/desk/enter-page"),
  plans: () => import("../features/agreements/plans-page"),
  plan: () => import("../features/agreements/plan-page"),
  cards: () => import("../features/purchases/cards/cards-page"),
  purchases: () => import("../features/purchases/history-page"),
  purchase: () => import("../features/purchases/purchase-page"),
  receipt: () => import("../features/purchases/receipt-page"),
  requests: () => import("../features/requests/requests-page"),
  request: () => import("../features/requests/request-page"),
  newRequest: () => import("../features/new-request/new-request-page"),
  managedAgreements: () => import("../features/administration/agreements/managed-agreements-page"),
  managedAgreement: () => import("../features/administration/agreements/managed-agreement-page"),
  issue: () => import("../features/administration/agreements/issue-page"),
  imports: () => import("../features/administration/imports/imports-page"),
  import: () => import("../features/administration/imports/import-page"),
  people: () => import("../features/administration/people/people-page"),
  partners: () => import("../features/administration/people/partners-page"),
  person: () => import("../features/administration/people/person-page"),
  audit: () => import("../features/administration/audit/audit-page"),
  overview: () => import("../features/administration/overview/overview-page"),
  packs: () => import("../features/administration/packs/packs-page"),
  managedArticles: () => import("../features/administration/articles/managed-articles-page"),
  managedArticle: () => import("../features/administration/articles/managed-article-page"),
  pack: () => import("../features/administration/packs/pack-page"),
} satisfies Readonly<Record<string, LoadPage>>;

/** Where each page stands. A page with several addresses stays while one moves among them. */
type Addresses = Readonly<Record<string, LoadPage>>;

/** Pages for everybody. */
export const openPages: Addresses = {
  "sign-in": pages.signIn,
  help: pages.articles,
  "help/where-to-go": pages.whereToGo,
  "help/purchase-terms": pages.purchaseTerms,
  "help/:articleId": pages.article,
};

/** Below the guard that wants a profile. */
export const accountPages: Addresses = {
  start: pages.start,
  profile: pages.profile,
  "settings/sessions": pages.sessions,
  "settings/tokens": pages.tokens,
  "settings/data": pages.ownData,
  activate: pages.activatePair,
  "activate/:token": pages.activate,
  ask: pages.topics,
  "ask/:topicId": pages.question,
  "ask-access": pages.askAccess,
  "invitations/:token": pages.invitation,
  "confirm-address/:token": pages.confirmAddress,
  notices: pages.notices,
  plans: pages.plans,
  "plans/:planId": pages.plan,
  "payment-methods": pages.cards,
  purchases: pages.purchases,
  "purchases/:purchaseId": pages.purchase,
  "receipts/:purchaseId": pages.receipt,
  requests: pages.requests,
  "requests/new": pages.newRequest,
  "requests/new/:draftId": pages.newRequest,
  "requests/new/:draftId/:step": pages.newRequest,
  "requests/:requestId": pages.request,
};

/** For those who see the queue. */
export const deskPages: Addresses = {
  queue: pages.queue,
  "queue/new": pages.enterRequest,
  "queue/:requestId": pages.queue,
};

/** Below /administration; each address belongs to a section of lib/administration.ts, whose right it needs. */
export const administrationPages: Addresses = {
  agreements: pages.managedAgreements,
  "agreements/issue": pages.issue,
  "agreements/:planId": pages.managedAgreement,
  imports: pages.imports,
  "imports/:importId": pages.import,
  people: pages.people,
  "people/partners": pages.partners,
  "people/:accountId": pages.person,
  audit: pages.audit,
  overview: pages.overview,
  packs: pages.packs,
  "packs/:kind": pages.pack,
  articles: pages.managedArticles,
  // Begun anew once it has an address: no field keeps what was typed for the other.
  "articles/new": () => pages.managedArticle(),
  "articles/:articleId": pages.managedArticle,
};

export const parts = {
  palette: () => import("./palette"),
  noticesBell: () => import("../features/notices/notices-bell"),
};
