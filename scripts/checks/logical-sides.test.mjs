import { expect, test } from "vitest";
import { checkLogicalSides } from "./logical-sides.mjs";
import { plant } from "./planted.mjs";

const STYLES = "apps/web/src/ui/a.module.css";
const COMPONENT = "apps/web/src/ui/a.tsx";

test.each([
  [STYLES, "left: 0;", "write inset-inline-start"],
  [STYLES, "margin-left: auto;", "write margin-inline-start"],
  [STYLES, "padding-right: 8px;", "write padding-inline-end"],
  [STYLES, "scroll-padding-left: 8px;", "write scroll-padding-inline-start"],
  [STYLES, "border-left: 1px solid;", "write border-inline-start"],
  [STYLES, "border-right-color: red;", "write border-inline-end-color"],
  [STYLES, "border-bottom-right-radius: 8px;", "write border-end-end-radius"],
  [STYLES, "text-align: right;", "write text-align: end"],
  [STYLES, "float: left;", "write float: inline-start"],
  [STYLES, "padding: 4px 16px 8px 50px;", "write padding-block: 4px 8px; padding-inline: 50px 16px"],
  [COMPONENT, "<p style={{ top: 0, left: 8 }} />", "write insetInlineStart"],
  [COMPONENT, "<p style={{ marginRight: 8 }} />", "write marginInlineEnd"],
  [COMPONENT, '<p style={{ textAlign: "right" }} />', 'write textAlign: "end"'],
  [COMPONENT, "<Box ml={8} />", "write ms="],
])("F80: a side of the window is refused, with what to write (%s: %s)", (path, style, remedy) => {
  const text = path === STYLES ? `.a {\n  ${style}\n}\n` : `const A = () =>\n  ${style};\n`;
  expect(checkLogicalSides(plant({ [path]: text }))).toEqual([
    expect.stringMatching(new RegExp(`^${path}:2: .*${remedy.replaceAll(/[{}.;]/g, "\\$&")}`)),
  ]);
});

test("F80: sides of a line, both sides alike, and words that are no side are left alone", () => {
  const css = [
    ".left:hover { inset-inline-start: 0; margin-inline: auto 0; text-align: start; }",
    ".a { padding: 4px 16px 8px 16px; margin: min(6vh, 48px) auto 0; }",
    "/* left: 0; */",
  ];
  const code = "const row = { left: 3, right: 'READ' };\nconst A = () => <Meter left={row.left} />;\n";
  expect(checkLogicalSides(plant({ [STYLES]: css.join("\n"), [COMPONENT]: code }))).toEqual([]);
});
