/** What a page does that no page of ours may do: run what somebody typed, ask for it elsewhere, or build an element of it (I-6). */
import { expect, type Page } from "@playwright/test";

/** What Markdown of anybody may become. */
const MESSAGE_ELEMENTS = ["P", "A", "STRONG", "EM", "CODE", "PRE", "UL", "OL", "LI", "H2", "H3", "BLOCKQUOTE"];

/** Listens from the next page on; answers everything that was wrong so far. */
export const watch = async (page: Page, origin: string): Promise<readonly string[]> => {
  const wrong: string[] = [];
  await page.exposeFunction("__wrong", (what: string) => void wrong.push(what));
  await page.addInitScript(() => {
    const tell = (what: string): void => (window as unknown as { __wrong(what: string): void }).__wrong(what);
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      tell(`blocked by ${effectiveDirective}: ${blockedURI} ${sample}`),
    );
    Object.defineProperty(window, "__x", { set: () => tell("a payload ran") });
  });
  page.on("dialog", (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("popup", (other) => wrong.push(`a window: ${other.url()}`));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && asked !== origin) wrong.push(`asked ${request.url()}`);
  });
  return wrong;
};

/** Elements of the page that only a payload can have built. */
const strangers = (page: Page): Promise<string[]> =>
  page.evaluate((allowed) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll("*")) {
      const names = element.getAttributeNames();
      const address = element.getAttribute("href") ?? element.getAttribute("src") ?? element.getAttribute("action");
      const isOutside = address !== null && !/^(https?:\/\/|mailto:|\/(?!\/)|[?#]|data:image\/|$)/.test(address);
      const isMessage = element.parentElement?.closest("[data-message]") !== null;
      if (names.some((name) => name.startsWith("on"))) found.push(`handler: ${element.outerHTML}`);
      if (isOutside) found.push(`address: ${element.outerHTML}`);
      if (isMessage && element.parentElement !== null && !allowed.includes(element.tagName))
        found.push(`element: ${element.outerHTML}`);
      if (element.matches("iframe, object, embed, base, marquee, math, audio, video, meta[http-equiv]"))
        found.push(`element: ${element.outerHTML}`);
    }
    return found;
  }, MESSAGE_ELEMENTS);

/** Nothing was wrong until now, and nothing on this page is of a payload's making. */
export const expectHarmless = async (page: Page, wrong: readonly string[]): Promise<void> => {
  await page.waitForLoadState("networkidle");
  expect(await strangers(page), page.url()).toEqual([]);
  expect(wrong, page.url()).toEqual([]);
};
