/** K7: every command of the pages, pressed twice and once more before its answer: sent once, told once, where the focus is. */
import { type ElementHandle, expect, type Page, test } from "@playwright/test";
import { commandPlacesOf } from "../../scripts/checks/commands.mjs";
import { type NamedPlace, PLACES } from "./commands/all";
import { EMPTIED } from "./commands/place";
import { stub } from "./commands/stub";

const ROOT = new URL("../..", import.meta.url).pathname;

test("K7: every place of a command is pressed here, and nothing else", () => {
  const here = PLACES.map(({ file, command }) => `apps/web/src/${file}: ${command}`);
  expect(here.toSorted()).toEqual(commandPlacesOf(ROOT).map(({ file, command }) => `${file}: ${command}`));
});

/** Twice in one turn of the browser: before anything is drawn. */
const pressTwice = (button: ElementHandle<HTMLElement>): Promise<void> =>
  button.evaluate((element) => {
    element.click();
    element.click();
  });
/** Nothing happens where it is gone or off. */
const pressAgain = (button: ElementHandle<HTMLElement>): Promise<void> => button.evaluate((element) => element.click());
/** What a press leads to has left the page by then. */
const settle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((then) => requestAnimationFrame(() => requestAnimationFrame(() => then()))));

const expectTold = async (page: Page, { told, leadsTo }: NamedPlace): Promise<void> => {
  if (told === undefined) return page.waitForURL((url) => url.pathname === leadsTo);
  const outcome = page.locator("[role=status], [role=alert], h1, h2").filter({ hasText: told, visible: true });
  await expect(outcome).toHaveCount(1);
  await expect(outcome).toBeFocused();
};

/** The button is free a moment after the outcome was told; a command under way takes no press. */
const expectSentAgain = (button: ElementHandle<HTMLElement>, sent: readonly unknown[]): Promise<void> =>
  expect
    .poll(async () => {
      if (sent.length < 2) await pressAgain(button);
      return sent.length;
    })
    .toBe(2);

/** What a command says, without the key it is sent under. */
const contentOf = (sent: Record<string, unknown> | undefined): unknown => ({
  ...(sent?.input as object | undefined),
  idempotencyKey: null,
});

for (const place of PLACES)
  test(`K7: ${place.command} (${place.file}) is pressed twice`, async ({ page }) => {
    await page.clock.setFixedTime("2026-11-23T08:30:00Z");
    const wire = await stub(page, place.command, place.world, place.after);
    await page.goto(place.path);
    const button = (await (await place.reach(page)).elementHandle()) as ElementHandle<HTMLElement>;
    await pressTwice(button);
    await expect.poll(() => wire.sent.length).toBe(1);
    await pressAgain(button);
    wire.answer();
    await expectTold(page, place);
    expect(wire.sent).toHaveLength(1);
    if (place.leadsTo === undefined) {
      await pressAgain(button);
      await settle(page);
      if (place.again === undefined) expect(wire.sent).toHaveLength(1);
      else await expectSentAgain(button, wire.sent);
      if (place.again === EMPTIED) expect(contentOf(wire.sent[1])).not.toEqual(contentOf(wire.sent[0]));
    }
    await wire.end();
  });
