/** No published name disappears unseen: the schema of the frozen commit against today's (contract.md, compatibility). */
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { readFrozen } from "./frozen-files.js";
import { publishedNames, withNewNames, withoutFields } from "./published-names.js";
import { REMOVED_NAMES } from "./removed-names.js";
import { RENAMED_NAMES, RENAMED_TYPES, WRAPPED_ARGUMENTS } from "./renamed-names.js";

const today = readFileSync(new URL("../../packages/schema/schema.graphql", import.meta.url), "utf8");
const frozen = buildSchema(readFrozen("schema.graphql"));

const nameToday = (name: string): string => name.replace(/^\w+/, (type) => RENAMED_TYPES[type] ?? type);

const goneFrom = (sdl: string): string[] => {
  const names = publishedNames(buildSchema(sdl));
  return [...publishedNames(frozen)].filter((name) => !names.has(nameToday(name))).sort();
};

describe("published names", () => {
  it("are all there, but for those removed with a reason in removed-names.ts or under another name", () => {
    // What a renamed field takes went along with it.
    const isRenamed = (name: string): boolean => RENAMED_NAMES[name.replace(/\(.*/, "")] !== undefined;
    const gone = goneFrom(today).filter((name) => !isRenamed(name) && WRAPPED_ARGUMENTS[name] === undefined);
    expect(gone).toEqual(Object.keys(REMOVED_NAMES).sort());
  });

  it("that have another name today have it in renamed-names.ts, and what they are called is there", () => {
    const names = publishedNames(buildSchema(today));
    const newNames = Object.entries(RENAMED_NAMES).map(([name, now]) => nameToday(name).replace(/\.\w+$/, `.${now}`));
    expect(newNames.filter((name) => !names.has(name))).toEqual([]);
    expect(withNewNames(frozen, '{ product(id: "x") { id name } }', { "Product.id": "slug" })).toContain("id: slug");
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
