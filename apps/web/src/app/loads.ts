/** Where the code of each page and of the parts handed to pages is loaded from. */
import type { ComponentType } from "react";
import { isAtDesk } from "../lib/desk";
import type { Viewer } from "../lib/viewer";

export type LoadPage = () => Promise<{ readonly default: ComponentType }>;

export const pages = {
  start: () => import("../features/start/start-page"),
  signIn: () => import("../features/sign-in/sign-in-page"),
  articles: () => import("../features/help/articles-page"),
  article: () => import("../features/help/article-page"),
  whereToGo: () => import("../features/help/where-to-go-page"),
  topics: () => import("../features/questions/topics-page"),
  question: () => import("../features/questions/question-page"),
  purchaseTerms: () => import("../features/purchases/terms-page"),
  welcome: () => import("../features/profile/welcome-page"),
  profile: () => import("../features/profile/profile-page"),
  activatePair: () => import("../features/agreements/activate-pair-page"),
  activate: () => import("../features/activation/activate-page"),
  askAccess: () => import("../features/invitations/ask-access-page"),
  invitation: () => import("../features/invitations/invitation-page"),
  confirmAddress: () => import("../features/invitations/confirm-address-page"),
  notices: () => import("../features/notices/notices-page"),
  queue: () => import("../features/workspace/queue-page"),
  enterRequest: () => import("../features/workspace/enter-page"),
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
  attachmentPicker: () => import("../features/attachments/picker"),
  attachmentList: () => import("../features/attachments/list"),
  sendGate: () => import("../features/attachments/send-gate"),
  attachmentSender: () => import("../features/attachments/sender"),
  articleSuggestions: () => import("../features/help/article-suggestions"),
  articleChoices: () => import("../features/help/article-choices"),
  buyPanel: () => import("../features/purchases/buy-panel/buy-panel"),
  requestDesk: () => import("../features/requests/desk/request-desk"),
  palette: () => import("./palette"),
  noticesBell: () => import("../features/notices/notices-bell"),
};

/** The places somebody moves among all day, with what they show at once. */
export const mainPlacesOf = ({ account }: Viewer): readonly (() => Promise<unknown>)[] => [
  pages.start,
  pages.requests,
  pages.request,
  parts.attachmentList,
  parts.attachmentPicker,
  parts.sendGate,
  parts.attachmentSender,
  pages.plans,
  pages.plan,
  pages.newRequest,
  parts.buyPanel,
  pages.notices,
  pages.articles,
  pages.article,
  pages.whereToGo,
  parts.palette,
  ...(isAtDesk(account.roles) ? [pages.queue, parts.requestDesk, parts.articleChoices] : []),
];
