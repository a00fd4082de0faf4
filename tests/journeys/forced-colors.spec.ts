/** With the colours of the person's own choosing: what a tint told is told otherwise (WCAG 1.4.1, 1.4.11). */
import { expect, type Page, test } from "@playwright/test";
import { Person } from "./person.js";

const PAGES: readonly { readonly persona: string; readonly address: string; readonly follow?: string }[] = [
  { persona: "u-radu", address: "/requests" },
  { persona: "u-radu", address: "/requests", follow: "/requests/req_" },
  { persona: "u-radu", address: "/plans" },
  { persona: "u-radu", address: "/plans", follow: "/plans/pln_" },
  { persona: "u-mihai", address: "/requests/new" },
  { persona: "u-elena", address: "/notices" },
  { persona: "u-novak", address: "/queue?view=all" },
  { persona: "u-admin", address: "/administration/overview?days=365" },
  { persona: "u-admin", address: "/administration/imports" },
];

/** Marks drawn by a background alone (bars, segments, dots), tagged while colours are the page's own. */
const tagMarks = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const isPainted = (colour: string): boolean => !/rgba\(.*, 0\)|transparent/.test(colour);
    const groundOf = (element: Element | null): string => {
      for (let each = element; each !== null; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if (isPainted(backgroundColor)) return backgroundColor;
      }
      return "none";
    };
    const marks = [...document.querySelectorAll("main *, header *, nav *")].filter((each) => {
      const { backgroundColor } = getComputedStyle(each);
      const { width, height } = each.getBoundingClientRect();
      const isEmpty =
        (each.textContent ?? "").trim() === "" && each.querySelector("svg, input, textarea, select") === null;
      const isControl =
        each.matches("input, textarea, select, button, svg, svg *") || each.closest("[aria-hidden] svg") !== null;
      if (!isEmpty || isControl || width < 2 || height < 2) return false;
      return isPainted(backgroundColor) && backgroundColor !== groundOf(each.parentElement);
    });
    for (const each of marks) each.setAttribute("data-tinted-mark", "");
    return marks.length;
  });

/** Marks that vanish, and chosen ones that look as the others do. */
const findLost = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isPainted = (colour: string): boolean => !/rgba\(.*, 0\)|transparent/.test(colour);
    const groundOf = (element: Element | null): string => {
      for (let each = element; each !== null; each = each.parentElement) {
        const { backgroundColor } = getComputedStyle(each);
        if (isPainted(backgroundColor)) return backgroundColor;
      }
      return "none";
    };
    const lookOf = (element: Element): string => {
      const { backgroundColor, borderBlockEndColor, borderBlockEndWidth, outlineWidth, outlineStyle } =
        getComputedStyle(element);
      return [
        backgroundColor,
        borderBlockEndColor,
        borderBlockEndWidth,
        outlineStyle === "none" ? "" : outlineWidth,
      ].join();
    };
    const nameOf = (each: Element): string =>
      `${each.localName}.${[...each.classList].join(".")} ${(each.textContent ?? "").slice(0, 30)}`;
    const vanished = [...document.querySelectorAll("[data-tinted-mark]")].filter((each) => {
      const { backgroundColor, borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(each);
      const hasEdge = (borderTopStyle !== "none" && borderTopWidth !== "0px") || outlineStyle !== "none";
      return !hasEdge && (!isPainted(backgroundColor) || backgroundColor === groundOf(each.parentElement));
    });
    const chosen = ':is([aria-current]:not([aria-current="false"]), [aria-pressed="true"], [aria-selected="true"])';
    const alike = [...document.querySelectorAll(`:is(main, header, nav) ${chosen}`)].filter((each) => {
      const others = [...(each.closest("nav, ul, ol, [role], div")?.querySelectorAll(each.localName) ?? [])];
      return others.some((other) => other !== each && !other.matches(chosen) && lookOf(other) === lookOf(each));
    });
    return [
      ...vanished.map((each) => `vanished: ${nameOf(each)}`),
      ...alike.map((each) => `looks unchosen: ${nameOf(each)}`),
    ];
  });

const look = async (page: Page): Promise<string[]> => {
  await page.emulateMedia({ forcedColors: "none" });
  await tagMarks(page);
  await page.emulateMedia({ forcedColors: "active" });
  return findLost(page);
};

for (const { persona, address, follow } of PAGES)
  test(`F81: forced colours leave every mark and every choice in sight, ${follow ?? address} for ${persona}`, async ({
    page,
  }) => {
    const person = new Person(page);
    await person.signIn(persona, address);
    if (follow !== undefined) await page.locator(`main a[href^="${follow}"]`).first().click();
    await expect(page.locator("main h1")).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
    expect(await look(page)).toEqual([]);
  });

test("F81: a mark of colour alone and a choice that looks as the others do are found", async ({ page }) => {
  await page.goto("/help");
  await expect(page.locator("main h1")).toBeVisible();
  await page.evaluate(() => {
    const bar = document.createElement("div");
    bar.style.cssText = "width: 80px; height: 8px; background: teal";
    const choices = document.createElement("div");
    for (const pressed of ["true", "false"]) {
      const choice = Object.assign(document.createElement("span"), { textContent: pressed });
      choice.setAttribute("aria-pressed", pressed);
      choices.append(choice);
    }
    document.querySelector("main")?.append(bar, choices);
  });
  expect((await look(page)).map((each) => each.split(":")[0])).toEqual(["vanished", "looks unchosen"]);
});
