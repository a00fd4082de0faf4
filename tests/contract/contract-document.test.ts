/** docs/contract.md says what is there: error codes, scopes, commands and exit codes (F73). */
import { readFileSync } from "node:fs";
import { PACK_KINDS, packName } from "@accord/domain";
import { expect, test } from "vitest";
import { COMMANDS } from "../../apps/api/src/cli/commands.js";
import { REQUEST_ERRORS } from "../../apps/api/src/kernel/graphql/request-error.js";
import { SCOPES } from "../../apps/api/src/kernel/principal.js";
import { MODULES } from "../../apps/api/src/modules/modules.js";

const contract = readFileSync(new URL("../../docs/contract.md", import.meta.url), "utf8");
const section = (heading: string): string => contract.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
/** What stands in code marks in the first cell of each row. */
const firstCells = (text: string): string[] =>
  [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word),
  );

test("F73: the list of error codes is the closed list", () => {
  expect(firstCells(section("Errors"))).toEqual([
    ...Object.keys(REQUEST_ERRORS),
    "GRAPHQL_PARSE_FAILED",
    "GRAPHQL_VALIDATION_FAILED",
    "PERSISTED_QUERY_NOT_SUPPORTED",
  ]);
});

test("F73: every scope is explained, and no other", () => {
  expect(firstCells(section("Machine access"))).toEqual([...SCOPES]);
});

test("F60, F74: what no token may is listed with its reason, and nothing else", () => {
  const listed = [...section("What no token may").matchAll(/^\| (`[^|]+) \| ([^|]+) \|$/gm)].flatMap(
    ([, names = "", why]) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => [name, why]),
  );
  const closed = Object.entries(MODULES.roots).flatMap(([name, policy]) =>
    policy.who === "session" ? [[name.split(".")[1] ?? "", policy.reason]] : [],
  );
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(closed));
});

test("F73: every command is named, and no other", () => {
  const line = /^`agreement [^\n]*/m.exec(section("Command line"))?.[0] ?? "";
  const named = [...line.matchAll(/`([^`]+)`/g)].flatMap(([, words = ""]) => {
    const [noun = "", verbs] = words.split(" ").length > 1 ? [words.split(" ")[0], words.split(" ")[1]] : [words];
    const nouns = noun === "<kind>" ? PACK_KINDS.map(packName) : [noun];
    return nouns.flatMap((each) => (verbs === undefined ? [each] : verbs.split("|").map((verb) => `${each} ${verb}`)));
  });
  expect(named.sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
});
