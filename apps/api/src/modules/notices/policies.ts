/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */

import { connection, withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const noticesPolicies = {
  roots: {
    "Query.notices": withScope("requests:read"),
    "Query.unreadNoticeCount": withScope("requests:read"),
    "Mutation.markNoticesRead": withScope("requests:write"),
    "Mutation.updateNoticePreferences": withScope("requests:write"),
    "Mutation.updateSubscription": withScope("requests:write"),
    "Subscription.unreadNoticeCount": withScope("requests:read"),
  },
  published: {
    MarkNoticesReadPayload: "unreadNoticeCount userErrors",
    Notice: "id createdAt updatedAt kind request number title readAt",
    NoticePreferences: "mailOn",
    UpdateNoticePreferencesPayload: "noticePreferences userErrors",
    UpdateSubscriptionPayload: "request userErrors",
    ...connection("Notice"),
  },
  refusals: {
    markNoticesRead: ["INPUT_REQUIRED"],
    updateNoticePreferences: ["INPUT_INVALID"],
    updateSubscription: [],
  },
  onceByNature: {
    markNoticesRead: "sets a state",
    updateNoticePreferences: "sets values",
    updateSubscription: "sets a state",
  },
} satisfies PolicyPart;
