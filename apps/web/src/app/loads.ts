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

export const parts = {
  palette: () => import("./palette"),
  noticesBell: () => import("../features/notices/notices-bell"),
};
