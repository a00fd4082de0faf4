/** The typeface comes with the product; what stands in for it is as wide. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { Person } from "./person.js";

const FAMILY = "Public Sans";
const folder = new URL("../../apps/web/src/messages/", import.meta.url);
const sentences = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .flatMap((name) => Object.values(JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Record<string, string>))
  .map((sentence) => sentence.replaceAll(/\{[^}]*\}|<[^>]*>/g, " "));

/** The fonts the browser really drew the page with, and whether each came over the wire. */
const drawnWith = async (page: Page): Promise<{ family: string; isOurs: boolean }[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "main" });
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId, selector: "h1, h2, button, label" });
  const fonts = new Map<string, boolean>();
  for (const id of nodeIds) {
    const answer = await session.send("CSS.getPlatformFontsForNode", { nodeId: id });
    for (const { familyName, isCustomFont } of answer.fonts) fonts.set(familyName, isCustomFont);
  }
  await session.detach();
  return [...fonts].map(([family, isOurs]) => ({ family, isOurs }));
};

const show = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await expect(page.locator("main h1")).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
};

test("every page is set in our typeface, the Romanian letters too, at most 100 kB, kept for a year, with its licence", async ({
  page,
}) => {
  const person = new Person(page, "ro");
  const files = new Set<string>();
  page.on("request", (request) => {
    if (request.resourceType() === "font") files.add(request.url());
  });
  await person.signIn("u-radu", "/plans");
  for (const address of ["/plans", "/help", "/auth/login", "/docs/api"]) {
    await show(page, address);
    const fonts = (await drawnWith(page)).filter(({ family }) => !/Mono|Emoji/i.test(family));
    // A variable font is named after its thinnest weight.
    expect(fonts, address).toEqual([{ family: expect.stringContaining(FAMILY), isOurs: true }]);
  }
  expect(files.size).toBe(2);
  let bytes = 0;
  for (const address of files) {
    const answer = await page.request.get(address);
    expect(answer.headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
    bytes += (await answer.body()).length;
  }
  expect(bytes).toBeLessThan(100_000);
  const licence = await page.request.get("/assets/public-sans-licence.txt");
  expect(await licence.text()).toContain("SIL Open Font License");
});

test("the typeface is asked for with the page itself", async ({ page }) => {
  await show(page, "/sign-in");
  const preloads = page.locator('link[rel="preload"][as="font"]');
  await expect(preloads).toHaveCount(1);
  await expect(preloads).toHaveAttribute("crossorigin", "");
  expect(
    await page.evaluate(() => [...document.fonts].filter((each) => each.display !== "swap").map((each) => each.family)),
  ).not.toContain(FAMILY);
});

/** In letters large enough that no hint of a machine moves them: how much wider or narrower `family` sets our sentences than the typeface does; null where this machine lacks it. */
const differenceOf = (page: Page, family: string, weight: number): Promise<number | null> =>
  page.evaluate(
    async ({ family, weight, sentences, own }) => {
      const pen = document.createElement("canvas").getContext("2d");
      if (pen === null) throw new Error("no canvas");
      const widthIn = async (name: string): Promise<number | null> => {
        try {
          await document.fonts.load(`${weight} 200px "${name}"`, "aș");
        } catch {
          return null;
        }
        if ([...document.fonts].some((each) => each.family.replaceAll('"', "") === name && each.status === "error"))
          return null;
        pen.font = `${weight} 200px "${name}"`;
        return sentences.reduce((sum, sentence) => sum + pen.measureText(sentence).width, 0);
      };
      const [ours, other] = [await widthIn(own), await widthIn(family)];
      return ours === null || other === null ? null : Math.abs(other / ours - 1);
    },
    { family, weight, sentences, own: FAMILY },
  );

const STAND_INS = ["Stand-in Arial", "Stand-in Roboto", "Stand-in Noto Sans", "Stand-in DejaVu Sans"];

test("what stands in for the typeface is as wide as it, by two hundredths; one that is not is found", async ({
  page,
}) => {
  await show(page, "/help");
  const measured: string[] = [];
  for (const family of STAND_INS)
    for (const [weight, most] of [
      [400, 0.02],
      // A font without 650 shows its 700.
      [650, 0.02],
    ] as const) {
      const difference = await differenceOf(page, family, weight);
      if (difference === null) continue;
      measured.push(family);
      expect(difference, `${family} ${weight}`).toBeLessThan(most);
    }
  await page.evaluate(() => {
    const source = [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .find(
        (rule) =>
          rule instanceof CSSFontFaceRule && /woff2/.test(rule.cssText) && /U\+0-FF|U\+\?\?/i.test(rule.cssText),
      );
    const address = /url\("?([^")]+)/.exec(source?.cssText ?? "")?.[1] ?? "";
    document.fonts.add(new FontFace("Too Wide", `url(${address})`, { sizeAdjust: "110%" } as FontFaceDescriptors));
  });
  expect(await differenceOf(page, "Too Wide", 400)).toBeGreaterThan(0.02);
});

test("where the typeface cannot come, one of the stand-ins or a font of the machine is drawn, and nothing is cut", async ({
  page,
}) => {
  await page.route("**/*.woff2", (route) => route.abort());
  const person = new Person(page);
  await person.signIn("u-radu", "/requests");
  await show(page, "/requests");
  expect((await drawnWith(page)).every(({ isOurs }) => !isOurs)).toBe(true);
});
