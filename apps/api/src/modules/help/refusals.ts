/** Who may ask what, which fields are published, what mutations refuse, and which of them are done once by nature. */
import type { PolicyPart } from "../../kernel/module.js";

export const helpPolicies = {
  refusals: {
    markSolved: [],
    rateArticle: [],
    retireArticle: ["CHANGED_MEANWHILE"],
    saveArticle: ["INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID", "CHANGED_MEANWHILE", "ARTICLE_HAS_HTML"],
  },
  onceByNature: {
    rateArticle: "sets a choice",
    retireArticle: "an expected revision lets one of two through",
    saveArticle: "an expected revision lets one of two through, and a slug is taken once",
  },
} satisfies PolicyPart;
