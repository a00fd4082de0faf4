/** Where the story of a requirement is told, and who begins it. */
import type { Browser, Page } from "@playwright/test";
import { addAgreement } from "../ask.js";
import { Person } from "../person.js";
import { DESK, type View } from "../views.js";

export interface Story {
  readonly page: Page;
  readonly browser: Browser;
  readonly baseURL: string | undefined;
  readonly view: View;
}

export type Walk = (story: Story) => Promise<void>;

interface Customer {
  readonly person: Person;
  readonly planId: string;
}

/** Somebody new with a plan, at `path`. */
export const customerAt = async ({ page, view }: Story, name: string, path: string): Promise<Customer> => {
  const person = new Person(page, view.language);
  const email = `${name.toLowerCase()}.${view.language}.${Date.now()}@carpatia.example`;
  await person.signInAsNew({ givenName: name, familyName: "Popa", email, kind: "work" }, "/plans");
  await person.completeProfile();
  const planId = await addAgreement(page);
  await page.goto(path);
  return { person, planId };
};

/** An engineer at a desk of their own, at `path`. */
export const engineerAt = async ({ browser, baseURL }: Story, path: string): Promise<Person> => {
  const context = await browser.newContext({ baseURL, ...DESK.options });
  const engineer = new Person(await context.newPage());
  await engineer.signIn("u-novak", path);
  return engineer;
};
