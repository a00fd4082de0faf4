/** A customer and an engineer side by side, each in a browser of their own, on SQLite; the same on PostgreSQL: tests/reliability/two-browsers.test.ts. */
import { test } from "@playwright/test";
import { Person } from "./person.js";
import { holdConversation } from "./two-sides.js";

test("R90, R91, R92, R98, F42, F47, F48, F52, F53, F76, browser ro: customer and engineer hold a conversation with files, live without a reload; a note is never the customer's; status and turn follow", async ({
  page,
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const ana = new Person(page, "ro");
  await ana.signIn("u-ana", "/requests");
  const context = await browser.newContext({ baseURL });
  const petra = new Person(await context.newPage());
  await petra.signIn("u-novak", "/queue");
  await holdConversation({
    customer: { person: ana, origin },
    engineer: { person: petra, origin },
    title: "Replica secundară rămâne NOT SYNCHRONIZING",
  });
  await ana.expectGoodPage();
  await petra.expectGoodPage();
  await context.close();
});
