/** R55: an article holds Markdown, and no HTML of its own; where it does, the line is told. */
import { describe, expect, test } from "vitest";
import { findMarkup } from "./find-markup.js";

describe("R55: markup is found in an article", () => {
  test.each([
    ["<script>alert(1)</script>", 1],
    ["One.\n\nTwo <b>three</b>.", 3],
    ["a\r\nb\r\n</div>", 3],
    ["<!-- hidden -->", 1],
    ["<?php ?>", 1],
    ["<img src=x onerror=alert(1)>", 1],
    ["<SVG/onload=alert(1)>", 1],
    ["[here](javascript:alert(1))", 1],
    ["[here]( <JavaScript:alert(1)> )", 1],
    ["[here](data:text/html;base64,AAAA)", 1],
    ["[a]: javascript:alert(1)", 1],
    ["<javascript:alert(1)>", 1],
    ["` not closed\n\n<b>bold</b>", 3],
    ["```\ncode\n```\n<b>after</b>", 4],
    ["``` <b>one line``` <i>x</i>", 1],
  ])("R55: %j", (markdown, line) => {
    expect(findMarkup(markdown)).toMatchObject({ line });
  });

  test.each([
    "Run `repadmin /showrepl <server>` first.",
    "```powershell\nGet-Item <path>\n<script>\n```",
    "~~~\n<b>\n~~~",
    "A `` code ` with <b> `` span.",
    "Mind 3 < 5 and a <- b and x<3.",
    "See <https://example.org/a?b=1> or <helpdesk@example.org>.",
    "[docs](https://example.org/data:1) and the word javascript: a language.",
    "    ",
    "",
  ])("R55: nothing in %j", (markdown) => {
    expect(findMarkup(markdown)).toBeNull();
  });
});
