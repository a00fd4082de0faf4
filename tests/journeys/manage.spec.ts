/** Managing requests as a contact, and the draft that survives a reload and a change of account. */
import { expect, test } from "@playwright/test";
import { Person } from "./person.js";

test("R31, R81, R83, R89, R90, R94, R98, browser en: open and closed requests of a contact, filters in the URL, the request page", async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn("u-ana", "/requests");
  await expect(page.getByText("Replica secundară rămâne NOT SYNCHRONIZING").first()).toBeVisible();
  // R88, R94: u-ana is no contact of r-05.
  await expect(page.getByText("Clusterul cu două noduri s-a oprit")).toHaveCount(0);
  await person.expectGoodPage();
  await page.getByText("PIN-ul nu este disponibil după înlocuirea plăcii de bază").first().click();
  await expect(page.getByText("Tiago Silva").first()).toBeVisible();
  await person.expectGoodPage();
});

test("R82, R93, R96, R97, browser en: a contact adds an additional contact, and cannot remove somebody else", async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn("u-elena", "/requests");
  await page.getByText("Baze de date de cutii poștale în dirty shutdown").first().click();
  await page.getByRole("link", { name: /^Contacts \(/ }).click();
  // An address is enough; until there is a name, the part before the @ is one.
  const name = `vlad.${Date.now()}`;
  await page.getByRole("textbox", { name: /^E-mail/ }).fill(`${name}@transilvan.example`);
  await person.button("requests.add.button").click();
  await expect(page.getByText(`${name} was added`)).toBeVisible();
  await expect(person.button("requests.removeMe")).toBeVisible();
  await expect(person.button("requests.removeContact")).toHaveCount(0);
  await person.expectGoodPage();
});

test("R84, R88, R95, E8, browser en: whoever files for a colleague is warned, may add themselves, and otherwise sees nothing afterwards", async ({
  page,
}) => {
  const person = new Person(page);
  await person.signIn("u-mihai", "/requests");
  await expect(page.getByText("PIN-ul nu este disponibil după înlocuirea plăcii de bază")).toHaveCount(0);
  await page.goto("/requests/req_00000000000000000000000000");
  await expect(page.getByText(person.words("requests.gone.colleague"))).toBeVisible();
  await person.expectGoodPage();
});

test("F32, R64, R73, browser en: a draft survives a reload, and goes along to another account without the plan", async ({
  page,
}) => {
  const person = new Person(page);
  await person.signInAsNew(
    { givenName: "Sorin", familyName: "Lazăr", email: `sorin.${Date.now()}@carpatia.example`, kind: "work" },
    "/requests/new",
  );
  await person.completeProfile();
  await person.describeProblem("server 2025", "Windows Server 2025", "The draft that travels");
  await expect(page.getByText(/Saved at/).first()).toBeVisible({ timeout: 15_000 });
  await page.reload();
  await expect(page.locator("#flow-title")).toHaveValue("The draft that travels");
  await person.next();
  await person.button("newRequest.account.continue").first().click();
  await person.fillNewPerson({
    givenName: "Sorin",
    familyName: "Lazăr",
    email: `sorin.p.${Date.now()}@mail.example`,
    kind: "personal",
  });
  await page.waitForURL((url) => !url.pathname.startsWith("/idp") && !url.pathname.startsWith("/auth"));
  await person.completeProfile();
  await expect(page).toHaveURL(/\/requests\/new\/drf_/);
  await expect(page.getByText("The draft that travels").first().or(page.locator("#flow-title"))).toBeVisible();
});
