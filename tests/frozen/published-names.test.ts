/** No published name disappears unseen: the schema of the frozen commit against today's (contract.md, compatibility). */
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { isToldGone, namesGone, nameToday, RENAMED_NAMES } from "./changed-names.js";
import { readFrozen } from "./frozen-files.js";
import { publishedNames, withNewNames, withoutFields } from "./published-names.js";

const today = readFileSync(new URL("../../packages/schema/schema.graphql", import.meta.url), "utf8");
const frozen = buildSchema(readFrozen("schema.graphql"));

const goneFrom = (sdl: string): readonly string[] => namesGone(frozen, buildSchema(sdl));

describe("published names", () => {
  it("are all there, or the changelog says what to do without them", () => {
    expect(goneFrom(today).filter((name) => !isToldGone(name))).toEqual([]);
  });

  it("that have another name today are there under it", () => {
    const names = publishedNames(buildSchema(today));
    const newNames = Object.entries(RENAMED_NAMES).map(([name, now]) => nameToday(name).replace(/\.\w+$/, `.${now}`));
    expect(newNames.filter((name) => !names.has(name))).toEqual([]);
    expect(withNewNames(frozen, '{ product(id: "x") { id name } }', { "Product.id": "slug" })).toContain("id: slug");
  });

  it("that somebody takes away are told", () => {
    const withoutOne = goneFrom(today.replace(/\bisOnCall\b/, "isOnDuty"));
    expect(withoutOne.filter((name) => !isToldGone(name))).toEqual(["Workspace.isOnCall"]);
    expect(goneFrom(today.replaceAll(/\bWAITING_FOR_VENDOR\b/g, "WAITING"))).toContain(
      "RequestStatus.WAITING_FOR_VENDOR",
    );
  });

  it("that are gone are left out of a question", () => {
    const document = "{ viewer { scopes account { id } } }";
    expect(withoutFields(frozen, document, new Set(["Viewer.scopes"]))).not.toContain("scopes");
    expect(withoutFields(frozen, document, new Set(["Viewer.scopes", "Account.id"]))).toBeNull();
  });
});
