/** Notices: who is told of what, and how (F71, F72). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { noticeLiveFields } from "./live-notices.js";
import { noticesObjects } from "./objects.js";
import { noticesPolicies } from "./policies.js";
import { noticesStorage } from "./storage/tables.js";

export const notices = {
  ...noticesPolicies,
  ...noticesObjects,
  live: noticeLiveFields,
  storage: noticesStorage,
  schema: async () => (await import("./graphql.js")).noticesSchema,
} satisfies ApiModule;

export { answerByMail } from "./answer-by-mail.js";
export { followAddress } from "./follow-address.js";
export { noticeStore } from "./storage/notice.store.js";
export { retainedNoticeStore } from "./storage/retained-notice.store.js";
