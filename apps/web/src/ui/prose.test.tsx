/** Markdown of anybody: twelve elements, safe links, no pictures, visible direction controls (I-6, I-7, F42). */
import { render } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { expect, test } from "vitest";
import { Prose } from "./prose";
import { visibleControls } from "./visible-controls";

const shown = (markdown: string, isArticle = false): HTMLElement =>
  render(
    <MemoryRouter>
      <Prose markdown={markdown} isArticle={isArticle} />
    </MemoryRouter>,
  ).container.firstElementChild as HTMLElement;

const ALLOWED = ["P", "A", "STRONG", "EM", "CODE", "PRE", "UL", "OL", "LI", "H2", "H3", "BLOCKQUOTE"];

const HOSTILE = [
  "<script>window.__x = 1</script>",
  '<img src=x onerror="window.__x = 1">',
  "![a picture](https://evil.example/pixel.png)",
  '<svg onload="window.__x = 1"></svg>',
  "<iframe src=javascript:window.__x=1></iframe>",
  "[a](javascript:window.__x=1)",
  "[a](JaVaScRiPt:window.__x=1)",
  "[a](data:text/html,<script>window.__x=1</script>)",
  "[a](vbscript:x)",
  "[a](//evil.example)",
  "[a](/auth/logout)",
  "<javascript:window.__x=1>",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "# One\n\n###### Six\n\n---\n\n- [ ] box",
  "{{constructor.constructor('return window')()}}",
  "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
  '<a href="javascript:x" onclick="x">a</a>',
  "[a]: javascript:x\n\n[a]",
];

test.each(HOSTILE)("I-6: %s leaves nothing but the twelve elements and no address that runs", (markdown) => {
  const root = shown(markdown);
  for (const element of root.querySelectorAll("*")) {
    expect(ALLOWED).toContain(element.tagName);
    expect(element.getAttributeNames().filter((name) => name.startsWith("on"))).toEqual([]);
  }
  for (const link of root.querySelectorAll("a")) expect(link.getAttribute("href")).toMatch(/^(https?:\/\/|mailto:)/i);
  expect("__x" in window).toBe(false);
});

test("I-6: HTML is shown as it was typed, in a line and on lines of its own", () => {
  expect(shown("before <script>alert(1)</script> after").textContent).toBe("before <script>alert(1)</script> after");
  const root = shown('One\n\n<add key="a" value="https://example.org/x"/>\n<b>\n\nTwo');
  expect([...root.children].map((each) => each.tagName)).toEqual(["P", "P", "P"]);
  expect(root.children[1]?.textContent).toBe('<add key="a" value="https://example.org/x"/>\n<b>');
});

test("I-6: links of a message open apart, carry no reference and are not followed", () => {
  const link = shown("See [the notes](https://example.org/a?b=1).").querySelector("a");
  expect(link?.getAttribute("href")).toBe("https://example.org/a?b=1");
  expect(link?.rel.split(" ").sort()).toEqual(["nofollow", "noopener", "noreferrer"]);
  expect(link?.title).toBe("https://example.org/a?b=1");
});

test("F42: a bare address becomes a link without the full stop after it, and none in code", () => {
  const root = shown("Log: https://example.org/log(1). (https://example.org/b)\n\n`https://example.org/code`");
  expect([...root.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
    "https://example.org/log(1)",
    "https://example.org/b",
  ]);
});

test("I-7: direction controls are shown as marks in words, code and names", () => {
  expect(shown("invoice\u202Egpj.exe and `a\u2066b`").textContent).toBe("invoice⟦U+202E⟧gpj.exe and a⟦U+2066⟧b");
  expect(visibleControls("\u061CAna\u200F")).toBe("⟦U+061C⟧Ana⟦U+200F⟧");
  expect(visibleControls("Ștefan Țîru")).toBe("Ștefan Țîru");
});

test("F42: headings of a message stay out of the page's outline, those of an article are in it", () => {
  expect(shown("## Step").querySelector("h2")).toBeNull();
  expect(shown("## Step").querySelector("p > strong")?.textContent).toBe("Step");
  expect(shown("## Step\n\n[here](/plans)", true).querySelector("h2")?.textContent).toBe("Step");
  expect(shown("[here](/plans)", true).querySelector("a")?.getAttribute("href")).toBe("/plans");
});
