/** The bench and the servers it measures the product beside: another contract, table or folder must not leave them behind unseen. */
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { withoutAnswer } from "../../benches/src/results.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WORKLOADS = ["W1", "W2", "W3", "W4"];

test("W1-W5: every server of the bench answers what it is asked", { timeout: 240_000 }, async () => {
  const args = ["--import", "tsx", "benches/src/main.ts", "--try"];
  // Rejects when an answer failed, and says which.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  for (const server of ["accord", "bare", "mercurius + jit", "tg-orm + express"])
    expect(stdout.split(`\n| ${server} |`), stdout).toHaveLength(1 + WORKLOADS.length);
});

test("W4: a server that answers with nothing is seen", () => {
  const servers = [
    { name: "accord", bytes: 13_000 },
    { name: "bare", bytes: 12_000 },
    { name: "mercurius + jit", bytes: 24 },
  ];
  expect(withoutAnswer(servers)).toEqual(["mercurius + jit"]);
});
