/** What migrations reckon for rows of before is what is written with new ones, on both databases (K8). */
import { expect, it } from "vitest";
import { describeOnBothDatabases, silentLog } from "../../../../tests/support/databases.js";
import { makeAgreement, openRequest } from "../../../../tests/support/test-agreements.js";
import { createTestApi } from "../../../../tests/support/test-api.js";
import { sqliteFile } from "../kernel/db/index.js";
import { connectPostgres } from "../kernel/db/postgres/connect.js";
import { connectSqlite } from "../kernel/db/sqlite/connect.js";
import { managedPlanStore } from "../modules/agreements/module.js";
import { accountStore } from "../modules/identity/module.js";
import { reckonNearBreach } from "./near-breach.js";
import { foldTexts } from "./searched-text.js";

const HAS_LETTERS = {
  sqlite: (text: string) => `${text} GLOB '*[^' || char(1) || '-' || char(127) || ']*'`,
  postgres: (text: string) => `${text} ~ '[^\\x01-\\x7f]'`,
};

describeOnBothDatabases("forms that are stored", (databases) => {
  it("K8: folded copies and nearBreachAt of rows that are there are those of new rows", async () => {
    const url = await databases.newUrl();
    const api = await createTestApi({ db: await databases.open({ url }) });
    const name = { givenName: "Łucja", familyName: "Großmann" };
    const ana = await api.person();
    await api.db.transaction("test name", (tx) =>
      tx.of(accountStore).saveOwnName(ana.account.id, name, api.clock.now()),
    );
    const { planId } = await makeAgreement(api, [ana], { incidents: null, programmeId: "visual-studio-enterprise" });
    const recipient = { name: "Søren", email: null, language: "en" } as const;
    await api.db.transaction("test recipient", (tx) => tx.of(managedPlanStore).saveRecipient(planId, recipient));
    api.clock.advance(Date.parse("2026-11-24T11:30:00Z") - api.clock.now());
    for (const severity of ["MODERATE", "MINIMAL"])
      await openRequest(ana, planId, {
        title: "Stația",
        description: `ţine ${severity}`,
        severity,
        support24x7: false,
      });
    await openRequest(ana, planId, { title: "Plain", description: "plain", severity: "CRITICAL", support24x7: true });

    const file = sqliteFile(url);
    const { source } = await (file === null
      ? connectPostgres(url, silentLog, "writer")
      : connectSqlite(file, "writer"));
    const kept = async (): Promise<unknown> =>
      Promise.all(
        [
          `SELECT id, name_folded FROM account ORDER BY id`,
          `SELECT name_folded FROM agreement_recipient`,
          `SELECT id, search_text, description_folded, near_breach_at FROM support_request ORDER BY id`,
        ].map((text) => source.query(text)),
      );
    const before = await kept();
    expect(JSON.stringify(before)).toContain("grossmann");
    for (const text of [
      `UPDATE account SET name_folded = NULL`,
      `UPDATE agreement_recipient SET name_folded = NULL`,
      `UPDATE support_request SET description_folded = NULL, near_breach_at = 0`,
      `UPDATE support_request SET search_text = 'old' WHERE title <> 'Plain'`,
    ])
      await source.query(text);
    const runner = source.createQueryRunner();
    await foldTexts(runner, HAS_LETTERS[databases.dialect]);
    await reckonNearBreach(runner);
    await runner.release();
    expect(await kept()).toEqual(before);
    await source.destroy();
  });
});
