/** F80: a third language is data only: the pages are drawn with a catalogue made from the English one, longer and with other letters, and nothing English is left on them. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { deskWorld } from "../../preview/fixtures/desk";
import { staff } from "../../preview/fixtures/people";
import { disguise, LONGER_BY } from "../../preview/other-words";
import { renderInWords } from "../../preview/render-app";
import { agreement } from "../features/administration/testing";
import administration from "../messages/administration/en";
import shared from "../messages/en";

const english = { ...shared, ...administration };

/** Sentences that stand on a page as they stand in the catalogue. */
const plain = new Set(Object.values(english).filter((message) => !/[{<]/.test(message) && /[a-z]/i.test(message)));

/** What is read on the page, and by whom cannot see it. */
function textsOf(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
  for (const element of root.querySelectorAll("[aria-label], [title], [placeholder], [alt]"))
    for (const name of ["aria-label", "title", "placeholder", "alt"]) texts.push(element.getAttribute(name) ?? "");
  return texts.map((text) => text.trim()).filter((text) => text !== "");
}

const ADMINISTRATOR = { viewer: staff("acc_irina", "ADMINISTRATOR") };
const PAGES: readonly (readonly [path: string, world: object])[] = [
  ["/start", {}],
  ["/requests", {}],
  ["/requests/req_1", {}],
  ["/requests/new", {}],
  ["/plans", {}],
  ["/notices", {}],
  ["/profile", {}],
  ["/help/where-to-go", {}],
  ["/ask-access", {}],
  ["/sign-in", {}],
  ["/queue/req_1", deskWorld()],
  ["/administration/agreements/pln_1", { ...ADMINISTRATOR, managedAgreement: agreement("pln_1") }],
  ["/administration/agreements/issue", ADMINISTRATOR],
];

test.each(PAGES)("F80: nothing English is left on %s in a language of other words", async (path, world) => {
  const { container } = await renderInWords(disguise(english), path, { ...world });
  await screen.findByRole("heading", { level: 1, name: /./ });
  await waitFor(() => expect(container.querySelector("[aria-busy=true]")).toBeNull());
  expect(textsOf(document.body).filter((text) => plain.has(text))).toEqual([]);
  expect(document.body.textContent).toContain(LONGER_BY);
});
