/** Computed fields of articles: the answer's language, what stands beside them, what readers said. */
import { type Article, type Language, mayStaff } from "@accord/domain";
import { fieldsOf, type TypeFields } from "../../kernel/graphql/field-map.js";
import { slugReaders } from "../../kernel/graphql/slug-arguments.js";
import { inForceReaders } from "../catalogue/module.js";
import { helpArticles } from "./articles.service.js";
import { loadTogether } from "./load-together.js";
import { outcomeStore } from "./storage/outcome.store.js";

const votesOn = loadTogether(({ db }, ids) => db.read.of(outcomeStore).votesOn(ids));
/** Of whoever asks. */
const ownVoteOn = loadTogether(async ({ db, principal }, ids) =>
  principal.kind === "anonymous" ? new Map() : db.read.of(outcomeStore).votesOfAccount(principal.account.id, ids),
);

interface Family {
  readonly id: string;
}

interface TitleArguments {
  readonly language?: Language | null;
}

export const articleFields: readonly TypeFields[] = [
  fieldsOf<Article>("Article", {
    ...slugReaders("art"),
    title: (article, { language: asked }: TitleArguments, { language }) =>
      (asked ?? language) === "ro" ? (article.titleRo ?? article.title) : article.title,
    body: (article, _args, { language }) => (language === "ro" ? (article.bodyRo ?? article.body) : article.body),
    family: ({ family }) => (family === null ? null : { id: family }),
    products: ({ family }, _args, { catalogue }) =>
      family === null
        ? []
        : catalogue.all.products.filter((product) => product.family === family).map(({ name }) => name),
    related: ({ related }, _args, context) => {
      const shown = context.service(helpArticles).current();
      return related.flatMap((id) => shown.get(id) ?? []);
    },
    votes: async ({ id }, _args, context) => {
      const { principal } = context;
      const mayRead = principal.kind !== "anonymous" && mayStaff(principal.account.roles, "READ_OVERVIEW");
      return mayRead ? ((await votesOn(context, id)) ?? { helpful: 0, notHelpful: 0 }) : null;
    },
    myVote: ({ id }, _args, context) => ownVoteOn(context, id),
  }),
  fieldsOf<Article>("ManagedArticle", { slug: ({ id }) => id }),
  fieldsOf<Family>("HelpFamily", {
    ...slugReaders("fam"),
    ...inForceReaders("TOPICS"),
    name: ({ id }, _args, { catalogue, language }) => {
      const topic = catalogue.topics.get(id);
      return topic === undefined ? id : language === "ro" ? topic.nameRo : topic.name;
    },
    articleCount: ({ id }, _args, context) =>
      [...context.service(helpArticles).current().values()].filter(({ family }) => family === id).length,
    categories: ({ id }, _args, { catalogue }) => catalogue.topics.get(id)?.categories ?? [],
  }),
  fieldsOf<{ readonly articleId: string | null }>("SelfHelpOutcome", {
    article: ({ articleId }, _args, context) =>
      context
        .service(helpArticles)
        .current()
        .get(articleId ?? "") ?? null,
  }),
];
