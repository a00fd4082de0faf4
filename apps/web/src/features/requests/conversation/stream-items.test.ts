/** The newest entries under their days (R90, R91). */
import { expect, test } from "vitest";
import { streamItems } from "./stream-items";

const entry = (id: string, at: string) => ({ id, at });

test("R91: a day stands before the first entry of each day, as the day is in the person's zone", () => {
  const entries = [
    entry("a", "2026-11-20T10:00:00Z"),
    entry("b", "2026-11-20T21:30:00Z"),
    entry("c", "2026-11-20T22:30:00Z"),
  ];
  const shape = (zone: string) => streamItems(entries, 50, zone).items.map((item) => item.key);
  expect(shape("Europe/Bucharest")).toEqual(["2026-11-20", "a", "b", "2026-11-21", "c"]);
  expect(shape("America/New_York")).toEqual(["2026-11-20", "a", "b", "c"]);
});

test("R90: the newest are shown, and how many are older", () => {
  const many = Array.from({ length: 120 }, (_, index) => entry(`e${index}`, "2026-11-20T10:00:00Z"));
  const { items, older } = streamItems(many, 50, "UTC");
  expect(older).toBe(70);
  expect(items.at(-1)?.key).toBe("e119");
  expect(items).toHaveLength(51);
  expect(streamItems(many, 500, "UTC").older).toBe(0);
});
