import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text.js";
import { foldedUnlessPlain, indexedWords, searchedParts, searchedWords } from "./searched-text.js";

type Row = readonly [text: string, finds: readonly string[], not: readonly string[]];
/** Text, and what must and must not find it. */
const TABLE: readonly Row[] = [
  ["Łódź: STRASSE und Đorđe, Søren", ["lodz", "Straße", "dorde", "sören", "LÓDŹ dorde"], ["lodź2"]],
  ["Stația ţine minte", ["statia", "ştaţia", "ținE"], ["stație2"]],
  ["Ｗｉｎｄｏｗｓ １１", ["windows 11", "１１"], ["windows 12"]],
  ["画面が真っ白になる", ["真っ白", "画面", "が", "白になる"], ["黒", "面白"]],
  ["登录失败后无法恢复", ["失败", "无法", "恢", "登录失败"], ["成功"]],
  ["เครื่องพิมพ์ไม่ทำงาน", ["พิมพ์", "ทำงาน", "ไม่"], ["ฝน"]],
  ["Fehler 0x8004010F beim Start", ["8004010f", "0x8004010F", "0x8004", "(0x8004010F)"], ["0x8005"]],
  ["8004010F", ["0x8004010f"], ["0x8004020f"]],
  [
    "2611230010000417 Mailbox",
    ["2611 2300 1000 0417", "2611-2300-1000-0417", "[2611230010000417]"],
    ["2611 2300 1000 0418"],
  ],
  [
    "2611230010000417 Mailbox",
    ["Re: [2611 2300 1000 0417] anything", "２６１１２３００１００００４１７"],
    ["[2611230010000418]"],
  ],
];

describe("K8: what is typed finds what is written", () => {
  it.each(TABLE)("%s, by the beginnings of its words", (text, finds, not) => {
    const words = indexedWords(text, 4000);
    const isFound = (search: string) => {
      const asked = searchedWords(search);
      return asked.length > 0 && asked.every((part) => words.some((word) => word.startsWith(part)));
    };
    expect(finds.filter((search) => !isFound(search))).toEqual([]);
    expect(not.filter(isFound)).toEqual([]);
  });
  it.each(TABLE)("%s, by parts of it", (text, finds, not) => {
    const isFound = (search: string) => searchedParts(search).every((part) => foldText(text).includes(part));
    expect(finds.filter((search) => !isFound(search))).toEqual([]);
    expect(not.filter(isFound)).toEqual([]);
  });
  it("signs around words are no part of them, signs of a name are", () => {
    expect(searchedParts(`"c#", (.net) 50% C:\\Temp`)).toEqual(["c#", ".net", "50%", "c:\\temp"]);
    expect(searchedParts(`" ( `)).toEqual([]);
    expect(searchedWords("--- !")).toEqual([]);
  });
  it("two years are no number of a request", () => {
    expect(searchedWords("2019 2022")).toEqual(["2019", "2022"]);
  });
  it("a copy is kept only of what lower case does not fold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldedUnlessPlain(text) ?? text.toLowerCase()).toBe(foldText(text));
      }),
    );
  });
  it("every text is found by each of its own words, and a question is of bounded length", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        const words = indexedWords(text, 4000);
        for (const part of searchedWords(text)) expect(words.some((word) => word.startsWith(part))).toBe(true);
      }),
    );
    expect(searchedWords("a b c d e f g h i j k l m n o")).toHaveLength(12);
  });
});
