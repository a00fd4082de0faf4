/** A day of an administrator: an agreement issued and registered by a customer, ten thousand imported, roles granted and taken away. */
import { readFileSync } from "node:fs";
import { AUDIT_MESSAGES, REFUSAL_MESSAGES } from "@accord/domain";
import { expect, test } from "@playwright/test";
import { Person } from "./person.js";
import { expectHarmless, watch } from "./watch.js";

test("F56, P16, F18: an agreement is issued, a new customer registers it by its link in another browser, and it is withdrawn", async ({
  page,
  browser,
  baseURL,
}) => {
  const wrong = await watch(page, baseURL ?? "");
  const administrator = new Person(page);
  await administrator.signIn("u-admin", "/administration/agreements/issue");
  await page.getByLabel(administrator.pattern("managed.issue.programmeId")).selectOption("visual-studio-enterprise");
  await page.getByLabel(administrator.pattern("managed.issue.startsOn")).fill("2026-11-01");
  await page.getByLabel(administrator.words("managed.issue.recipientName")).fill("Vlad Neagu");
  await administrator.expectGoodPage();
  await administrator.button("managed.issue.button").click();
  const link = page.getByText(/\/activate\//);
  await expect(link).toBeVisible();
  const activation = new URL((await link.textContent()) ?? "");
  const accessId = (await page.locator("dl dd").first().textContent()) ?? "";
  await administrator.expectGoodPage();

  const letter = await page.context().newPage();
  await letter.goto(
    (await page.getByRole("link", { name: administrator.words("managed.letter") }).getAttribute("href")) ?? "",
  );
  await expect(letter.getByText(accessId, { exact: true })).toBeVisible();
  await letter.close();

  const other = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const customer = new Person(other, "ro");
  const email = `vlad.${Date.now()}@transilvan.example`;
  await customer.signInAsNew({ givenName: "Vlad", familyName: "Neagu", email, kind: "work" }, activation.pathname);
  await customer.completeProfile();
  await expect(other).toHaveURL(activation.pathname);
  await customer.expectGoodPage();
  await customer.button("activation.add").click();
  await expect(other).toHaveURL(/\/plans\/pln_/);
  const planAddress = new URL(other.url()).pathname;
  await other.goto(activation.pathname);
  await customer.button("activation.add").click();
  await expect(other.getByRole("alert")).toBeVisible();

  await administrator.link("managed.open").click();
  await expect(page.getByText(email).first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Vlad Neagu" })).toBeVisible();
  await administrator.expectGoodPage();
  await administrator.button("managed.revoke").click();
  await page.getByLabel(administrator.pattern("managed.reason")).fill("Issued for a demonstration.");
  await administrator.button("managed.revoke.verb").click();
  await expect(page.getByText(administrator.words("managed.change.revoked"))).toBeVisible();
  await other.goto(planAddress);
  await expect(other.getByText(customer.words("plans.state.REVOKED")).first()).toBeVisible();
  await expectHarmless(page, wrong);
});

const ROWS = 10_000;
/** Every thousandth row names a programme that does not exist. */
const fileOf = (mark: string): Buffer => {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const programme = row % 1000 === 7 ? "no-such-programme" : "visual-studio-enterprise";
    return `${programme},${mark}-${row},9${mark}${row},2026-12-01,5,Client ${mark} ${row},client${row}@${mark}.example,ro`;
  });
  return Buffer.from(
    ["programme,accessId,agreementId,startsOn,incidents,recipientName,recipientEmail,language", ...rows].join("\n"),
  );
};

test("F56, F77: ten thousand agreements are judged, stopped without a trace, then loaded with progress; the rejected rows are fetched", async ({
  page,
  baseURL,
}) => {
  const wrong = await watch(page, baseURL ?? "");
  const administrator = new Person(page);
  await administrator.signIn("u-admin", "/administration/imports");
  const buffer = fileOf("J7");
  const send = async (): Promise<void> => {
    await page.locator('input[type="file"]').setInputFiles({ name: "agreements.csv", mimeType: "text/csv", buffer });
    await administrator.button("imports.check").click();
    await expect(page).toHaveURL(/\/administration\/imports\/imp_/);
  };
  await send();
  await administrator.button("imports.cancel").click();
  await expect(page.getByText(administrator.words("imports.lead.CANCELLED"))).toBeVisible({ timeout: 30_000 });
  await page.goto("/administration/agreements?holder=J7.example");
  await expect(page.getByText(administrator.words("administration.none.narrowed"))).toBeVisible();

  await page.goto("/administration/imports");
  await administrator.expectGoodPage();
  await send();
  const load = page.getByRole("button", { name: "Load 9,990 agreements" });
  await expect(load).toBeVisible({ timeout: 60_000 });
  await administrator.expectGoodPage();
  const rejected = page.waitForEvent("download");
  await administrator.link("imports.rejected.csv").click();
  const text = readFileSync(await (await rejected).path(), "utf8");
  expect(text.trim().split(/\r?\n/)).toHaveLength(11);
  await load.click();
  await expect(page.getByRole("progressbar", { name: /of 9,990 agreements made/ })).toBeVisible();
  await expect(page.getByText(administrator.words("imports.lead.LOADED"))).toBeVisible({ timeout: 60_000 });
  await page.goto("/administration/agreements?holder=client42@J7.example");
  await expect(page.getByRole("link", { name: "Client J7 42" })).toBeVisible();
  await administrator.expectGoodPage();
  await expectHarmless(page, wrong);
});

test("F60, F82: a role is granted and taken away at once in another browser; the last administrator stays; all of it is on record", async ({
  page,
  browser,
  baseURL,
}) => {
  const wrong = await watch(page, baseURL ?? "");
  const other = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const colleague = new Person(other, "ro");
  const email = `ada.${Date.now()}@desk.example`;
  await colleague.signInAsNew({ givenName: "Ada", familyName: "Stan", email, kind: "work" });
  await colleague.completeProfile();
  await other.goto("/administration");
  await expect(colleague.heading("shell.notFound")).toBeVisible();

  const administrator = new Person(page);
  await administrator.signIn("u-admin", `/administration/people?text=${encodeURIComponent(email)}`);
  await administrator.expectGoodPage();
  await page.getByRole("link", { name: "Ada Stan" }).click();
  const auditor = page.getByRole("checkbox", { name: administrator.words("people.role.AUDITOR"), exact: true });
  await auditor.check();
  await administrator.button("people.roles.save").click();
  await expect(page.getByText(administrator.words("people.roles.saved")).first()).toBeVisible();
  await administrator.expectGoodPage();

  for (const path of ["agreements", "imports", "people", "audit"]) {
    await other.goto(`/administration/${path}`);
    await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
    await colleague.expectGoodPage();
  }
  await other.goto("/administration/agreements");
  await expect(other.getByRole("table").first()).toBeVisible();
  await expect(colleague.link("managed.issue")).toHaveCount(0);

  // A button is disabled while it waits, too, and the first notice still stands: only a new one says that it is done.
  await page.reload();
  await auditor.uncheck();
  await administrator.button("people.roles.save").click();
  await expect(page.getByText(administrator.words("people.roles.saved")).first()).toBeVisible();
  await other.goto("/administration/agreements");
  await expect(colleague.heading("shell.notFound")).toBeVisible();

  await page.goto("/administration/people?role=ADMINISTRATOR");
  await page.getByRole("link", { name: "Irina Marin" }).click();
  await page.getByRole("checkbox", { name: administrator.words("people.role.ADMINISTRATOR"), exact: true }).uncheck();
  await administrator.button("people.roles.save").click();
  await expect(page.getByRole("alert")).toContainText(REFUSAL_MESSAGES.en.LAST_ADMINISTRATOR.message);

  await page.goto("/administration/audit?action=staff.");
  await expect(page.getByRole("link", { name: AUDIT_MESSAGES.en.actions["staff.revoke"] }).first()).toBeVisible();
  await expect(page.getByText(administrator.pattern("audit.checkedAt"))).toBeVisible();
  await administrator.expectGoodPage();
  await expectHarmless(page, wrong);
});
