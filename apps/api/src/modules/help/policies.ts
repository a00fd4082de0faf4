/** Who may ask what of the help, which fields are published, what mutations refuse, and which of them are done once by nature. */
import { connection, open, staff, withScope } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const helpPolicies = {
  roots: {
    "Query.article": open,
    "Query.articles": open,
    "Query.problemForm": open,
    "Query.searchArticles": open,
    "Query.managedArticle": staff("MANAGE_ARTICLES"),
    "Query.managedArticles": staff("MANAGE_ARTICLES"),
    "Query.selfHelpOutcomes": staff("READ_OVERVIEW"),
    "Mutation.updateArticleRating": withScope("requests:write"),
    "Mutation.markSolved": withScope("requests:write"),
    "Mutation.saveArticle": staff("MANAGE_ARTICLES"),
    "Mutation.retireArticle": staff("MANAGE_ARTICLES"),
  },
  published: {
    Article: "id createdAt updatedAt slug title body audience updatedOn kind family products related votes myVote",
    ArticleSearch: "articles totalCount families audiences elsewhere",
    ArticleVotes: "helpful notHelpful",
    DraftAnswer: "name text integer flag",
    DraftAnswers: "formSlug version values",
    FormOption: "value label",
    FormQuestion: "name kind label description isRequired isMultiline maxLength minimum maximum options",
    HelpElsewhere: "kind family",
    HelpFamily: "id createdAt updatedAt slug name articleCount categories",
    ManagedArticle:
      "slug revision kind family problems tags title titleRo body bodyRo audience related updatedOn editedAt retiredAt",
    SaveArticlePayload: "article userErrors",
    RetireArticlePayload: "article userErrors",
    MarkSolvedPayload: "deletedDraftId userErrors",
    ProblemForm: "slug version questions",
    ProblemKey: "categoryId problemId",
    UpdateArticleRatingPayload: "article userErrors",
    RequestAnswer: "name label text at",
    SelfHelpOutcome: "article articleId treeSlug claims solved waiting cameBack",
    ...connection("Article"),
    ...connection("ManagedArticle"),
  },
  refusals: {
    markSolved: [],
    updateArticleRating: [],
    retireArticle: ["CHANGED_MEANWHILE"],
    saveArticle: ["INPUT_REQUIRED", "INPUT_TOO_LONG", "INPUT_INVALID", "CHANGED_MEANWHILE", "ARTICLE_HAS_HTML"],
  },
  onceByNature: {
    updateArticleRating: "sets a choice",
    retireArticle: "an expected revision lets one of two through",
  },
} satisfies PolicyPart;
