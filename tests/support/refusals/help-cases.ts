/** Refusals of the help: articles that administrators write. */
import { type Arrange, but, type CasesOf, empty } from "./cases.js";
import type { Actor, RefusalWorld } from "./world.js";

const writers = new WeakMap<RefusalWorld, Promise<Actor>>();
const writer = (world: RefusalWorld): Promise<Actor> => {
  const known = writers.get(world) ?? world.signedIn({ roles: ["ADMINISTRATOR"] });
  writers.set(world, known);
  return known;
};
const writing: Arrange = async (world) => ({
  by: await writer(world),
  input: {
    articleId: "printer-prints-zebras",
    kind: "PORTAL",
    problems: [],
    tags: [],
    title: "The printer prints zebras",
    titleRo: "Imprimanta tipărește zebre",
    body: "Clean the drum.",
    bodyRo: "Curățați tamburul.",
    audience: [],
    related: [],
  },
});

export const helpCases: CasesOf<"saveArticle" | "retireArticle"> = {
  saveArticle: {
    INPUT_REQUIRED: empty(writing, "titleRo"),
    INPUT_TOO_LONG: but(writing, { body: "x".repeat(20_001) }),
    INPUT_INVALID: but(writing, { related: ["nothing"] }),
    CHANGED_MEANWHILE: but(writing, { articleId: "portal-severity", revision: 99 }),
    ARTICLE_HAS_HTML: but(writing, { body: "<script>alert(1)</script>" }),
  },
  retireArticle: {
    CHANGED_MEANWHILE: async (world) => ({
      by: await writer(world),
      input: { articleId: "portal-severity", revision: 99 },
    }),
  },
};
