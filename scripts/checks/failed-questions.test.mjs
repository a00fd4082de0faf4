import { expect, test } from "vitest";
import { checkFailedQuestions } from "./failed-questions.mjs";
import { plant } from "./planted.mjs";

const FILE = "apps/web/src/features/plans/a.ts";

test.each([
  ["null for whatever happened", "const file = await server.find(id).catch(() => null);"],
  ["an empty list", "return ask().catch(() => []);"],
  ["no, whatever happened", "if (await isKnown(id).catch(() => false)) go();"],
  ["nothing, and it is used", "const file = await server.find(id).catch(() => undefined);"],
  ["a block that never looks", "async () => { try { return await ask(); } catch { return null; } };"],
  [
    "a block that names the error and never looks",
    "async () => { try { return await ask(); } catch (error) { return false; } };",
  ],
])("a failed question must not become an answer: %s", (_name, code) => {
  expect(checkFailedQuestions(plant({ [FILE]: code }))).toHaveLength(1);
});

test.each([
  ["an error that was looked at", 'const stat = await read(path).catch(unless("ENOENT"));'],
  ["one that is told", "async () => { try { return await ask(); } catch (error) { return told(error); } };"],
  ["what nobody waits for", "void refetch().catch(() => undefined);"],
  ["a text that is no JSON", "try { return JSON.parse(text); } catch { return null; }"],
])("it leaves alone %s", (_name, code) => {
  expect(checkFailedQuestions(plant({ [FILE]: code }))).toEqual([]);
});
