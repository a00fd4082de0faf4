/** The look that the journeys take at every page can fail: each thing it watches for, planted (F81). */
import { expect, test } from "@playwright/test";
import { Person } from "./person.js";

const PLANTED: readonly { what: string; said: string; plant: () => void }[] = [
  {
    what: "a picture without words",
    said: "image-alt",
    plant: () => document.querySelector("main")?.append(Object.assign(new Image(), { src: "/mark.svg" })),
  },
  {
    what: "text too pale to read",
    said: "color-contrast",
    plant: () => {
      const text = document.createElement("p");
      text.textContent = "Pale";
      text.style.cssText = "color: #ddd; background: #fff";
      document.querySelector("main")?.append(text);
    },
  },
  {
    what: "a page wider than the window",
    said: "scrolls sideways",
    plant: () => {
      const wide = document.createElement("div");
      wide.style.cssText = "width: 5000px; height: 1px";
      document.querySelector("main")?.append(wide);
    },
  },
  {
    what: "an error that nobody caught",
    said: "planted",
    plant: () => {
      setTimeout(() => {
        throw new Error("planted");
      });
    },
  },
];

test("F81: the look at a page finds what is planted in it", async ({ page }) => {
  const person = new Person(page);
  for (const { what, said, plant } of PLANTED) {
    await page.goto("/help");
    await expect(page.locator("main h1")).toBeVisible();
    await person.expectGoodPage();
    await page.evaluate(plant);
    await expect(person.expectGoodPage(), what).rejects.toThrow(said);
  }
});
