/** Where a command stands on the screen, how its button is reached, and what is told once it is done. */
import type { Locator, Page } from "@playwright/test";
import type { World } from "../../../apps/web/preview/fixture-answers";

export interface Place {
  readonly path: string;
  /** What the server knows, instead of the gallery's world. */
  readonly world?: World;
  /** What it knows once the command is done, where the page asks again. */
  readonly after?: World;
  /** Goes as far as the button of the command; answers it. */
  readonly reach: (page: Page) => Promise<Locator>;
  /** How what is announced and has the focus then begins. */
  readonly told?: RegExp;
  /** Where a command leads that tells nothing itself: a page of somebody else. */
  readonly leadsTo?: string;
  /** Why the button stays for another command on purpose; left out: it is gone, or presses nothing. */
  readonly again?: string;
}

/** The form stays empty: what it sends then is another command, and is refused. */
export const EMPTIED = "the form is emptied";

/** Places by file (of the SPA, or of its features where a list says so), then by command. */
export type Places = Readonly<Record<string, Readonly<Record<string, Place>>>>;

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("button", { name, exact: typeof name === "string" });
/** The button of the open dialog. */
export const verb = (page: Page, name: string): Locator =>
  page.getByRole("dialog").getByRole("button", { name, exact: true });
/** A choice behind a button that opens a list of them. */
export const choose = async (page: Page, popup: string, choice: string): Promise<void> => {
  await button(page, popup).click();
  await button(page, choice).click();
};
