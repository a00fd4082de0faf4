/** How far one reads to follow a submission: the files of the modules that run for it, seen by what the engine counts. */
import { Session } from "node:inspector/promises";
import { expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../../tests/support/test-agreements.js";
import { createTestApi } from "../../../../../tests/support/test-api.js";

const databases = testDatabases("sqlite");
const MODULES = "/apps/api/src/modules/";

/** Files below `modules/` of which a named function ran during `work`. */
const filesRunBy = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await session.post("Profiler.takePreciseCoverage");
  await work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  return result
    .filter(({ url }) => url.includes(MODULES))
    .filter(({ functions }) =>
      functions.some(({ functionName, ranges }) => functionName !== "" && (ranges[0]?.count ?? 0) > 0),
    )
    .map(({ url }) => url.slice(url.indexOf(MODULES) + MODULES.length))
    .sort();
};

it("createRequest is followed through at most 35 files of the modules", async () => {
  const api = await createTestApi({ db: await databases.open() });
  const person = await api.person();
  const { planId } = await makeAgreement(api, [person]);
  // What runs once only, such as reading a table into memory, is over with the first.
  await openRequest(person, planId);
  const files = await filesRunBy(() => openRequest(person, planId));
  expect(files).toContain("requests/create-request.ts");
  expect(files.length, files.join("\n")).toBeLessThanOrEqual(35);
});
