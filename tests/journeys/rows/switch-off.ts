/** Features as if they were not there, for one browser: the product itself has no such switch. */
import type { Page } from "@playwright/test";

export type SwitchOff = (page: Page) => Promise<unknown>;

/** Answers of the API in which each of these fields, wherever it stands, says what it says without the feature. */
export const without =
  (fields: Readonly<Record<string, unknown>>): SwitchOff =>
  (page) =>
    page.route("**/graphql", async (route) => {
      const response = await route.fetch();
      const empty = (name: string, value: unknown): unknown => (name in fields ? fields[name] : value);
      await route.fulfill({ response, json: JSON.parse(await response.text(), empty) });
    });

/** Pages from which everything that `selector` finds is taken as soon as it comes. */
export const withoutElements =
  (selector: string): SwitchOff =>
  (page) =>
    page.addInitScript((found) => {
      const take = (): void => {
        for (const each of document.querySelectorAll(found)) each.remove();
      };
      new MutationObserver(take).observe(document, { subtree: true, childList: true });
    }, selector);
