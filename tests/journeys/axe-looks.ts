/** Axe takes half the time of the journeys: a page built like one it has passed in this run is not looked at again. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { isLookedAt, markLookedAt } from "./looked-at.js";

const WCAG_2_2_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Below it words decide where things stand, and with it which are too close to each other. */
const WIDE = 600;

/** Runs in the page: its elements with all that axe judges, without the words themselves; rows that are alike count once. */
const describeBuild = (): string => {
  /** What they say differs from page to page; axe asks whether they say something. */
  const TELLING = new Set(["aria-label", "alt", "title", "value", "placeholder", "href", "src", "content", "d"]);
  const POINTING = new Set(["for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list"]);
  const tellAttribute = ({ name, value }: Attr): string => {
    if (name === "id") return document.querySelectorAll(`[id="${CSS.escape(value)}"]`).length > 1 ? "id twice" : "id";
    if (POINTING.has(name))
      return `${name}=${value.split(" ").every((id) => document.getElementById(id) !== null) ? "there" : "missing"}`;
    return TELLING.has(name) ? `${name}=${value.trim() === "" ? "" : "said"}` : `${name}=${value}`;
  };
  const tell = (element: Element): string => {
    const attributes = [...element.attributes].map(tellAttribute).sort().join(" ");
    const parts: string[] = [];
    for (const node of element.childNodes) {
      const part =
        node instanceof Element
          ? tell(node)
          : node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
            ? "text"
            : "";
      if (part !== "" && part !== parts.at(-1)) parts.push(part);
    }
    return `<${element.localName} ${attributes}>${parts.join("")}</>`;
  };
  const { colorScheme } = getComputedStyle(document.documentElement);
  return `${colorScheme} ${tell(document.body)}`;
};

const buildOf = async (page: Page): Promise<string> => {
  const width = page.viewportSize()?.width ?? 0;
  const words = width < WIDE ? await page.evaluate(() => document.documentElement.lang) : "any language";
  return `axe ${width} ${words} ${await page.evaluate(describeBuild)}`;
};

/** What axe finds on the page as it is shown, each as one line; nothing where a page of the same build passed before. */
export const findViolations = async (page: Page): Promise<readonly string[]> => {
  const build = await buildOf(page);
  if (isLookedAt(build)) return [];
  // In the page itself and for violations alone: no page of ours has frames, and it takes half the time.
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: WCAG_2_2_AA, resultTypes: ["violations"] })
    .setLegacyMode()
    .analyze();
  if (violations.length > 0)
    return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  // What was drawn meanwhile may not have been looked at.
  if (build === (await buildOf(page))) markLookedAt(build);
  return [];
};
