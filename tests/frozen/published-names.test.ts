/** No published name disappears unseen: the schema of the frozen commit against today's (contract.md, compatibility). */
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { readFrozen } from "./frozen-files.js";
import { publishedNames, withoutFields } from "./published-names.js";
import { REMOVED_NAMES } from "./removed-names.js";

const today = readFileSync(new URL("../../packages/schema/schema.graphql", import.meta.url), "utf8");
const frozen = buildSchema(readFrozen("schema.graphql"));

const goneFrom = (sdl: string): string[] => {
  const names = publishedNames(buildSchema(sdl));
  return [...publishedNames(frozen)].filter((name) => !names.has(name)).sort();
};

describe("published names", () => {
  it("are all there, but for those removed with a reason in removed-names.ts", () => {
    expect(goneFrom(today)).toEqual(Object.keys(REMOVED_NAMES).sort());
  });

  it("that somebody takes away are told", () => {
    expect(goneFrom(today.replace(/\bisOnCall\b/, "isOnDuty"))).toContain("Workspace.isOnCall");
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
