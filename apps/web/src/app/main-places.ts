/** Which code is fetched ahead: loaded itself once a page has nothing better to do. */
import { OwnRequest } from "../features/desk/own-request";
import { AttachmentList, AttachmentPicker, AttachmentSender, SendGate } from "../features/files";
import { ArticleChoices } from "../features/help";
import { BuyPanel } from "../features/purchases";
import type { Viewer } from "../lib/viewer";
import { pages, parts } from "./loads";

/** The places somebody moves among all day, with what they show at once. */
export const mainPlacesOf = ({ staffRights }: Viewer): readonly (() => Promise<unknown>)[] => [
  pages.start,
  pages.requests,
  pages.request,
  AttachmentList.load,
  AttachmentPicker.load,
  SendGate.load,
  AttachmentSender.load,
  pages.plans,
  pages.plan,
  pages.newRequest,
  BuyPanel.load,
  pages.notices,
  pages.articles,
  pages.article,
  pages.whereToGo,
  parts.palette,
  ...(staffRights.includes("SEE_QUEUE") ? [pages.queue, OwnRequest.load, ArticleChoices.load] : []),
];
