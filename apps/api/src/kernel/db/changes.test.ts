import { expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import type { Change } from "./changes.js";

const request = (id: string, entryId: string | null = null): Change => ({
  topic: "request",
  id,
  entryId,
  isInternal: false,
});
const settled = async (heard: readonly unknown[], count: number): Promise<void> => {
  for (let tries = 0; heard.length < count && tries < 200; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
};

describeOnBothDatabases("changes", (databases) => {
  it("F76: what a committed unit announced is heard once, after the commit", async () => {
    const db = await databases.open();
    const heard: Change[] = [];
    const stop = await db.subscribe((change) => heard.push(change));
    await db.transaction("announce", async (tx) => {
      tx.publish(request("req_1"));
      tx.publish(request("req_1", "evt_1"));
      tx.publish(request("req_1", "evt_1"));
      tx.publish(request("req_2"));
      expect(heard).toEqual([]);
    });
    await settled(heard, 2);
    expect(heard).toEqual([request("req_1", "evt_1"), request("req_2")]);
    stop();
    await db.transaction("announce", async (tx) => tx.publish(request("req_3")));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard).toHaveLength(2);
  });

  it("a unit that failed, or asked to be rolled back, is not heard", async () => {
    const db = await databases.open();
    const heard: Change[] = [];
    await db.subscribe((change) => heard.push(change));
    await expect(
      db.transaction("fails", async (tx) => {
        tx.publish(request("req_1"));
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    await db.transaction("rolled back", async (tx) => {
      tx.publish(request("req_2"));
      return tx.abort(null);
    });
    await db.transaction("committed", async (tx) => tx.publish(request("req_3")));
    await settled(heard, 1);
    expect(heard).toEqual([request("req_3")]);
  });

  it("a listener that throws does not keep the others from hearing, nor the unit from its answer", async () => {
    const db = await databases.open();
    const heard: Change[] = [];
    await db.subscribe(() => {
      throw new Error("a bad listener");
    });
    await db.subscribe((change) => heard.push(change));
    const answer = await db.transaction("announce", async (tx) => {
      tx.publish(request("req_1"));
      return "done";
    });
    expect(answer).toBe("done");
    await settled(heard, 1);
    expect(heard).toHaveLength(1);
  });
});
