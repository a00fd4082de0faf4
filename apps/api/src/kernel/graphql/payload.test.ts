import { accept, type Result, refuse } from "@accord/domain";
import { describe, expect, it } from "vitest";
import { payload } from "./payload.js";
import type { MutationPayload } from "./user-error.type.js";

interface RenamePayload extends MutationPayload {
  readonly name: string | null;
}

const told = { language: "en" } as const;
const rename = (name: string): Result<{ readonly name: string }> =>
  name === "" ? refuse("INPUT_REQUIRED", ["name"]) : accept({ name });

describe("the payload of a mutation", () => {
  it("holds what was done, and no error", () => {
    const renamed: RenamePayload = payload(told, rename("Ana"));
    expect(renamed).toEqual({ name: "Ana", userErrors: [] });
  });

  it("holds the refusals with their sentences, and nothing that was done", () => {
    const refused: RenamePayload = payload(told, rename(""));
    expect(refused.name ?? null).toBeNull();
    expect(refused.userErrors).toMatchObject([{ kind: "InputError", code: "INPUT_REQUIRED", path: ["name"] }]);
  });

  it("does not compile where something else was done than it tells", () => {
    // @ts-expect-error: `title` is no name
    const other: RenamePayload = payload(told, accept({ title: "Ana" }));
    // @ts-expect-error: a number is no name
    const number: RenamePayload = payload(told, accept({ name: 7 }));
    expect([other, number]).toHaveLength(2);
  });
});
