/** F83, M-4: an erased person is in no answer that somebody else got under a key, and that command is still not done twice. */
import { expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../tests/support/databases.js";
import { STRUCK } from "./db/subject.js";
import { idempotencyStore } from "./graphql/idempotency.store.js";
import { kernelSubjectStore } from "./subject.store.js";

const AT = Date.UTC(2026, 10, 23, 8, 30);
const SUBJECT = { accountId: "acc_gone", address: null, strings: ["Ștefan Țuțuianu", "gone@example.com"] };

describeOnBothDatabases("answers under a key", (databases) => {
  it("F83, M-4: name them no more, whatever the case of their letters, and stay", async () => {
    const db = await databases.open();
    const claimOf = (key: string) => ({ principalId: "acc_other", operation: "op", key, fingerprint: "f", at: AT });
    const replies = {
      named: { id: "req_1", contacts: [{ name: "ȘTEFAN ȚUȚUIANU", email: "Gone@Example.com" }] },
      others: { id: "req_2", contacts: [{ name: "Ana Ionescu" }] },
    };
    await db.transaction("test.store", async (tx) => {
      const keys = tx.of(idempotencyStore);
      for (const [key, reply] of Object.entries(replies)) {
        expect(await keys.claim(claimOf(key))).toEqual({ outcome: "NEW" });
        await keys.store(claimOf(key), reply);
      }
      // More than one slice of them.
      for (let count = 0; count < 600; count += 1) {
        await keys.claim(claimOf(`more ${count}`));
        await keys.store(claimOf(`more ${count}`), {});
      }
    });
    await db.transaction("test.forget", (tx) => tx.of(kernelSubjectStore).forget(SUBJECT));
    const again = await db.transaction("test.again", async (tx) => [
      await tx.of(idempotencyStore).claim(claimOf("named")),
      await tx.of(idempotencyStore).claim(claimOf("others")),
    ]);
    expect(again).toEqual([
      { outcome: "STORED", reply: { id: "req_1", contacts: [{ name: STRUCK, email: STRUCK }] } },
      { outcome: "STORED", reply: replies.others },
    ]);
  });
});
