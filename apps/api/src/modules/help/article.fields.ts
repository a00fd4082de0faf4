/** Articles in the answer's language, where they are translated. */
import { fieldsOf } from "../../graphql/field-map.js";
import type { Article } from "./article.js";

export const articleFields = fieldsOf<Article>("Article", {
  title: (article, _args, { language }) => (language === "ro" ? (article.titleRo ?? article.title) : article.title),
  body: (article, _args, { language }) => (language === "ro" ? (article.bodyRo ?? article.body) : article.body),
});
