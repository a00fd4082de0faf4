/** Entries under their days (R91). */
import { expect, test } from "vitest";
import { streamItems } from "./stream-items";

const entry = (id: string, createdAt: string) => ({ id, createdAt });

test("R91: a day stands before the first entry of each day, as the day is in the person's zone", () => {
  const entries = [
    entry("a", "2026-11-20T10:00:00Z"),
    entry("b", "2026-11-20T21:30:00Z"),
    entry("c", "2026-11-20T22:30:00Z"),
  ];
  const shape = (zone: string) => streamItems(entries, zone).map((item) => item.key);
  expect(shape("Europe/Bucharest")).toEqual(["2026-11-20", "a", "b", "2026-11-21", "c"]);
  expect(shape("America/New_York")).toEqual(["2026-11-20", "a", "b", "c"]);
});
