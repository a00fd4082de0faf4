/** How nouns of the catalogue are found by their global ids: whoever is signed in may see them. */
import { signedIn } from "../../kernel/graphql/root-policy.js";
import type { PolicyPart } from "../../kernel/module.js";

export const catalogueObjects = {
  nodes: {
    ctg: {
      type: "Category",
      policy: signedIn,
      slugIn: ["categoryId"],
      find: ({ catalogue }, place) => catalogue.places.categoryAt(place),
    },
    prb: {
      type: "Problem",
      policy: signedIn,
      slugIn: ["problemId"],
      find: ({ catalogue }, place) => catalogue.places.problemAt(place),
    },
    prd: {
      type: "Product",
      policy: signedIn,
      slugIn: ["productId", "product.id"],
      find: ({ catalogue }, slug) => {
        const topic = catalogue.subjectOf(slug);
        return catalogue.products.get(slug) ?? (topic?.productId === slug ? catalogue.productOf(topic) : null);
      },
    },
    ver: {
      type: "ProductVersion",
      policy: signedIn,
      slugIn: ["productVersionId", "productVersion.id"],
      find: ({ catalogue }, slug) => catalogue.subjectOf(slug) ?? null,
    },
    prg: {
      type: "Programme",
      policy: signedIn,
      slugIn: ["programmeId"],
      find: ({ catalogue }, slug) => catalogue.programmes.get(slug) ?? null,
    },
    prt: {
      type: "Portal",
      policy: signedIn,
      slugIn: [],
      find: ({ catalogue }, slug) => catalogue.portals.get(slug) ?? null,
    },
    gtp: {
      type: "GeneralTopic",
      policy: signedIn,
      slugIn: ["topicId"],
      find: ({ catalogue }, slug) => catalogue.questions.get(slug) ?? null,
    },
  },
} satisfies PolicyPart;
