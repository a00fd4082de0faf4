/** Open requests on a problem, as a new request about it asks for them: those of the person alone (F40), on both databases. */
import { expect, it } from "vitest";
import { describeOnBothDatabases } from "../../../../../tests/support/databases.js";
import { makeAgreement, openRequest, self } from "../../../../../tests/support/test-agreements.js";
import { createTestApi, type Person } from "../../../../../tests/support/test-api.js";

const OPEN = `query ($filter: RequestFilter!) { myRequests(filter: $filter, first: 3) { totalCount nodes { id title } } }`;
const ABOUT = {
  productVersionId: "windows-server-2025",
  categoryId: "active-directory",
  problemId: "account-lockouts",
};
const FILTER = {
  isOpen: true,
  productId: "windows-server",
  categoryId: "active-directory",
  problemId: "account-lockouts",
};

describeOnBothDatabases("open requests on a problem", (databases) => {
  it("F40: they are those of this product, category and problem that one is a contact of; another holder of the plan sees none", async () => {
    const api = await createTestApi({ db: await databases.open() });
    const [ana, mihai] = [await api.person(), await api.person()];
    const { planId } = await makeAgreement(api, [ana, mihai]);
    const open = async (person: Person, more: object): Promise<string> =>
      (await openRequest(person, planId, { ...ABOUT, ...more })).confirmation.requestId;
    const mine = await open(ana, {});
    await open(ana, { problemId: "replication-failure-between-domain-controllers" });
    await open(ana, { categoryId: "remote-desktop-services", problemId: "connection-broker-problem" });
    const shared = await open(mihai, { additionalContacts: [{ ...self(ana), isSelf: false }] });
    const found = async (person: Person) => (await person.ask(OPEN, { filter: FILTER })).data.myRequests;
    expect((await found(ana)).nodes.map(({ id }: { id: string }) => id).sort()).toEqual([mine, shared].sort());
    expect(await found(mihai)).toMatchObject({ totalCount: 1, nodes: [{ id: shared }] });
    expect(await found(await api.person())).toEqual({ totalCount: 0, nodes: [] });
  });
});
