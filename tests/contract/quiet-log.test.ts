import { expect, test } from "vitest";
import { linesAboveInfo } from "../journeys/quiet-log.js";

test("K6: the journeys' look at the log sees a warning and a line that is no JSON, and nothing else", () => {
  const log = ['{"level":30,"msg":"ready"}', '{"level":40,"msg":"odd"}', "TypeError: x", ""].join("\n");
  expect(linesAboveInfo(log)).toEqual(['{"level":40,"msg":"odd"}', "TypeError: x"]);
});
