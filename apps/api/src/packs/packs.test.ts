import { PACK_KINDS } from "@accord/domain";
import { expect, it } from "vitest";
import { packSeed } from "../seed/seed-files.js";
import { readPack } from "./read-pack.js";

it.each(PACK_KINDS.filter((k) => k !== "PARTNER_TENANTS"))("seed %s", (kind) => {
  const read = readPack(kind, packSeed(kind));
  expect(read.ok ? [] : read.problems.slice(0, 8)).toEqual([]);
});
