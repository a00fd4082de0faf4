import { expect, test } from "vitest";
import { checkPlansInForce } from "./plans-in-force.mjs";
import { plant } from "./planted.mjs";

const STORE = "apps/api/src/modules/agreements/storage/a.store.ts";
const hole = (code) => ["$", "{", code, "}"].join("");
const check = (text, path = STORE) => checkPlansInForce(plant({ [path]: text }));

test.each([
  "const A = `SELECT p.id FROM plan p WHERE p.id = ?`;",
  'const A = "SELECT id FROM plan";',
  "const A = `FROM registration r\n  JOIN plan p ON p.id = r.plan_id`;",
  `const A = \`SELECT id FROM plan p WHERE ${hole('isInList("p.id")')} AND revoked_at IS NULL\`;\nconst B = isInForce("p");`,
  "const rows = await manager.find(planTable);",
])("K9: a query that would show the rows of an unfinished import is seen: %j", (text) => {
  expect(check(text).join("\n")).toContain(`${STORE}:`);
});

test.each([
  [`const A = \`SELECT p.id FROM plan p WHERE ${hole('isInForce("p")')} AND p.id = ?\`;`, STORE],
  ["/** Plans not in force too: a registered one is in force. */\nconst A = `SELECT id FROM plan`;", STORE],
  ["// read from plan a day before", STORE],
  ['const P = pick(planTable, ["id"], "p");', STORE],
  ["const A = `DELETE FROM plan WHERE id = ?`;", STORE],
  ["const A = `SELECT id FROM plan_note`;", STORE],
  ["const A = `SELECT id FROM plan`;", "apps/api/src/history/verify/a.ts"],
  ["const A = `SELECT id FROM plan`;", "apps/api/src/modules/agreements/storage/a.test.ts"],
])("K9: what asks, or says why it need not, passes: %j", (text, path) => {
  expect(check(text, path)).toEqual([]);
});
