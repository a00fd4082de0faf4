/** The topics of questions about no product: what the file must hold, and what stops a server (R99). */
import { describe, expect, it } from "vitest";
import { packSeed, readArticles } from "../packs/module.js";
import { generalTopics, topicsOfText } from "./general-topics.js";

const PAGES = ["/plans", "/purchases", "/payment-methods", "/help", "/help/purchase-terms"];
const good = {
  slug: "bill",
  name: "Bill",
  nameRo: "Factură",
  description: "A bill.",
  descriptionRo: "O factură.",
  team: "customer-service",
  links: [{ label: "Purchases", labelRo: "Achiziții", address: "/purchases" }],
};
const read = (...topics: readonly object[]) => topicsOfText(JSON.stringify(topics));

describe("R99: topics of general questions", () => {
  it("R99: each topic is answered by a team there is, and each of its links leads to a page or an article there is", () => {
    const teams: { readonly id: string }[] = JSON.parse(packSeed("TEAMS")).teams;
    const pages = new Set([...PAGES, ...readArticles().map(({ slug }) => `/help/${slug}`)]);
    expect(generalTopics().map(({ id }) => id)).toEqual([
      "programme",
      "before-buying",
      "agreement-or-balance",
      "receipt-or-bill",
      "other",
    ]);
    for (const { teamId, links } of generalTopics()) {
      expect(teams.map(({ id }) => id)).toContain(teamId);
      for (const { address } of links) expect(pages).toContain(address);
    }
  });

  it("R99: a bad file is refused: no link, a slug that stands twice or could be a product's, a script for an address", () => {
    expect(read(good)).toMatchObject([{ id: "bill", teamId: "customer-service" }]);
    expect(() => read({ ...good, links: [] })).toThrow();
    expect(() => read(good, good)).toThrow("twice");
    expect(() => read({ ...good, slug: "a.b" })).toThrow();
    for (const address of ["javascript:alert(1)", "//elsewhere.example", "http://plain.example"])
      expect(() => read({ ...good, links: [{ ...good.links[0], address }] }), address).toThrow();
    expect(read({ ...good, links: [{ ...good.links[0], address: "https://shop.example/support" }] })).toHaveLength(1);
  });
});
