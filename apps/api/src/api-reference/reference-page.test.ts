import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { DEFAULT_LIMITS, limitsSchema } from "../kernel/limits/limits.js";
import { abridge } from "./example-section.js";
import { FIRST_QUERY, PAGE_QUERY } from "./guide.js";
import { type PublishedApi, readExample, readPublishedApi } from "./published-api.js";
import { renderApiReference } from "./reference-page.js";

const options = { origin: "https://support.example.com", limits: DEFAULT_LIMITS };
const published = readPublishedApi();
const page = renderApiReference(published, options);

const apiOf = (sdl: string, ...examples: [name: string, document: string][]): PublishedApi => ({
  sdl,
  schema: buildSchema(sdl),
  examples: examples.map(([name, document]) => readExample(name, document)),
});

const allOf = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found]) => found ?? "");
/** What a reader sees. */
const textOf = (html: string): string => html.replace(/<[^>]+>/g, "");
/** The article that begins with the heading `id`. */
const articleOf = (html: string, id: string): string =>
  html.split("<article").find((article) => article.includes(`<h3 id="${id}"`)) ?? "";

/** Links to anchors that are not on the page. */
const deadLinks = (html: string): string[] => {
  const ids = new Set(allOf(html, /\sid="([^"]+)"/g));
  return allOf(html, /href="#([^"]*)"/g).filter((anchor) => !ids.has(anchor));
};

describe("F73: the reference shows the whole contract", () => {
  const { schema } = published;
  const operations = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
    Object.keys(root?.getFields() ?? {}).map((name): [string, string] => [root?.name ?? "", name]),
  );

  it.each(operations)("F73: %s.%s has a section with an executed example and its answer", (root, name) => {
    const article = articleOf(page, `${root.toLowerCase()}-${name}`);
    expect(article).toContain("<figure");
    expect(article).toContain("<summary>Answer</summary>");
    expect(article).toMatch(/class="tag"/);
  });

  it("F73, K8: a mutation names the refusals it can give, each with a link to its meaning", () => {
    const article = articleOf(page, "mutation-removeContact");
    expect(textOf(article)).toContain("CONTACT_REMOVAL_NOT_ALLOWED PRIMARY_CONTACT_REQUIRED");
    expect(article).toContain('href="#type-UserErrorCode-PRIMARY_CONTACT_REQUIRED"');
    expect(articleOf(page, "mutation-deleteDraft")).not.toContain("Refusals");
  });

  it("F73: every type, field and value of the schema has an anchor", () => {
    const ids = new Set(allOf(page, /\sid="([^"]+)"/g));
    const wanted = Object.values(published.schema.getTypeMap())
      .filter(
        ({ name }) =>
          !name.startsWith("__") && !/^(Query|Mutation|Subscription|String|Int|Boolean|ID|Float)$/.test(name),
      )
      .flatMap((type) => {
        const members =
          "getFields" in type
            ? Object.keys(type.getFields())
            : "getValues" in type
              ? type.getValues().map((value) => value.name)
              : [];
        return [`type-${type.name}`, ...members.map((member) => `type-${type.name}-${member}`)];
      });
    expect(wanted.length).toBeGreaterThan(300);
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("F73: every link leads to an anchor of the page, and no anchor is there twice", () => {
    expect(allOf(page, /href="#([^"]*)"/g).length).toBeGreaterThan(300);
    expect(deadLinks(page)).toEqual([]);
    expect(deadLinks('<a href="#gone">planted</a>')).toEqual(["gone"]);
    const ids = allOf(page, /\sid="([^"]+)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("F73: what the guide shows fits the schema", () => {
    for (const document of [FIRST_QUERY, PAGE_QUERY]) expect(validate(published.schema, parse(document))).toEqual([]);
    expect(textOf(page).includes("curl https://support.example.com/graphql")).toBe(true);
  });

  it("C-13: every error code of the closed list is explained", () => {
    const codes =
      "UNAUTHENTICATED FORBIDDEN NOT_FOUND BAD_USER_INPUT RATE_LIMITED QUERY_TOO_COMPLEX IDEMPOTENCY_KEY_REUSED OVERLOADED UNAVAILABLE INTERNAL_SERVER_ERROR GRAPHQL_PARSE_FAILED GRAPHQL_VALIDATION_FAILED";
    expect(allOf(page, /id="error-([A-Z_]+)"/g).sort()).toEqual(codes.split(" ").sort());
  });

  it("F73: limits are those of this installation", () => {
    const limits = limitsSchema.parse({ costBucket: 54_321 });
    expect(page.includes("10,000 points")).toBe(true);
    expect(renderApiReference(published, { ...options, limits }).includes("54,321 points")).toBe(true);
  });
});

describe("F73: any schema is shown", () => {
  it("F73: descriptions, defaults and examples are escaped", () => {
    const hostile = renderApiReference(
      apiOf('type Query { "<script>alert(1)</script> & `<b>`" greet(name: String = "<img>"): String }', [
        "greet",
        '# A <em>summary</em>\nquery A { greet(name: "</code><script>") }',
      ]),
      { ...options, origin: "https://a.example/<i>" },
    );
    expect(hostile).not.toMatch(/<script|<img|<em>|<b>|<i>/);
    expect(articleOf(hostile, "query-greet")).toContain("&#60;script&#62;alert(1)");
    expect(articleOf(hostile, "query-greet")).toContain("A &#60;em&#62;summary");
  });

  it("F73: what is deprecated is marked where it stands and listed in the guide", () => {
    const reason = "Use state. Goes after 2027-06-01.";
    const ending = renderApiReference(
      apiOf(`type Query { plan: Plan } type Plan { id: ID! isOver: Boolean @deprecated(reason: "${reason}") }`),
      options,
    );
    expect(articleOf(ending, "type-Plan")).toContain(`Deprecated: ${reason}`);
    expect(ending).toContain('<dt><a href="#type-Plan-isOver">Plan.isOver</a></dt>');
    expect(ending).not.toContain("Nothing is deprecated");
    expect(page.includes("Nothing is deprecated at present.")).toBe(true);
  });

  it("F73: long lists and texts of an answer are cut, and it says so", () => {
    const cut = abridge(JSON.stringify({ list: [1, 2, 3, 4], text: "x".repeat(500) }));
    expect(cut).toContain("… 2 more");
    expect(cut).not.toContain("3,");
    expect(cut.length).toBeLessThan(260);
  });
});
