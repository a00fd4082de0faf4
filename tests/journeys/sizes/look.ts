/** Looks for what does not fit: a page that scrolls sideways, words or controls that are cut; with our typeface, its stand-in, and any other. */
import type { Page } from "@playwright/test";

/** CSS pixels, narrowest first: 320 is 1280 at 400 % (WCAG 1.4.10), 1024 the narrowest window with tables and columns side by side. */
export const EVERY_WIDTH: readonly number[] = [320, 390, 768, 1024, 1200];

/** What the pages are set in where ours is there, where it cannot come, and where not even its stand-ins are. */
export const TYPEFACES = {
  shipped: null,
  "stand-in": '"Stand-in Arial", "Stand-in Roboto", "Stand-in Noto Sans", "Stand-in DejaVu Sans", sans-serif',
  "any other": "sans-serif",
} as const;

/** Runs in the page. */
const findMisfits = (typefaces: Readonly<Record<string, string | null>>): string[] => {
  const root = document.documentElement;
  const nameOf = (element: Element): string => {
    const text = (element.textContent ?? "").trim().replaceAll(/\s+/g, " ").slice(0, 40);
    const marks = [...element.classList].map((each) => `.${each}`).join("");
    return `${element.localName}${marks} "${text}"`;
  };
  const isShown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  /** For readers alone, or under something that is. */
  const isHidden = (element: Element): boolean => {
    for (let each: Element | null = element; each !== null; each = each.parentElement)
      if (/inset\(50%|inset\(0|rect/.test(getComputedStyle(each).clipPath + getComputedStyle(each).clip)) return true;
    return false;
  };
  const widest = (): string[] => {
    const right = root.clientWidth + 0.5;
    const out = [...document.body.querySelectorAll("*")].filter(
      (each) =>
        isShown(each) &&
        (each.getBoundingClientRect().right > right || each.getBoundingClientRect().left < -0.5) &&
        !isHidden(each),
    );
    const inner = out.filter((each) => !out.some((other) => other !== each && each.contains(other)));
    return inner.slice(0, 3).map(nameOf);
  };
  const cut = (): string[] =>
    [...document.body.querySelectorAll("*")]
      .filter((each) => {
        if (each.scrollWidth <= each.clientWidth + 1 || each.clientWidth <= 1) return false;
        const { overflowX, textOverflow } = getComputedStyle(each);
        if (overflowX === "visible" || textOverflow === "ellipsis" || each.matches("input, textarea, select"))
          return false;
        return isShown(each) && !isHidden(each);
      })
      .map(nameOf);
  const isScrolledTo = (element: Element): boolean => {
    for (let each = element.parentElement; each !== null && each !== document.body; each = each.parentElement)
      if (/auto|scroll/.test(getComputedStyle(each).overflowX)) return true;
    return false;
  };
  /** Nobody can scroll to what lies before the edge where lines begin. */
  const outside = (): string[] =>
    [...document.body.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width > 1 && (left < -0.5 || right > root.clientWidth + 0.5) && isShown(each) && !isHidden(each);
      })
      .filter((each) => !isScrolledTo(each))
      .map(nameOf);
  const found: string[] = [];
  for (const [name, stack] of Object.entries(typefaces)) {
    if (stack === null) root.style.removeProperty("--typeface");
    else root.style.setProperty("--typeface", stack);
    const sideways = root.scrollWidth - root.clientWidth;
    if (sideways > 0) found.push(`${name}: scrolls sideways by ${sideways} px: ${widest().join(" | ")}`);
    for (const each of outside()) found.push(`${name}: out of the window: ${each}`);
    for (const each of cut()) found.push(`${name}: cut: ${each}`);
  }
  root.style.removeProperty("--typeface");
  return found;
};

/** Runs in the page: a window of another width is laid out with the frame after the next. */
const untilLaidOut = (): Promise<unknown> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** What does not fit on the page that is shown, at each width. */
export const lookAtSizes = async (
  page: Page,
  widths: readonly number[] = EVERY_WIDTH,
  typefaces: Readonly<Record<string, string | null>> = TYPEFACES,
): Promise<readonly string[]> => {
  const found = new Map<number, readonly string[]>();
  // Beginning with the width the page has: to lay it out anew takes longer than to look at it.
  const begins = page.viewportSize()?.width;
  for (const width of begins === widths.at(-1) ? widths.toReversed() : widths) {
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 800 });
    await page.evaluate(untilLaidOut);
    let misfits = await page.evaluate(findMisfits, typefaces);
    if (misfits.length > 0) {
      // What a script lays out anew comes a moment after the window has changed: what stays is a misfit.
      await page.waitForTimeout(500);
      misfits = await page.evaluate(findMisfits, typefaces);
    }
    found.set(
      width,
      misfits.map((each) => `${width} px, ${each}`),
    );
  }
  return widths.flatMap((width) => found.get(width) ?? []);
};
