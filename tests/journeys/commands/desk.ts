/** Commands of the desk: the queue, a request of one's own, one of somebody else. */
import type { Page } from "@playwright/test";
import { connectionOf } from "../../../apps/web/preview/fixture-answers";
import { deskWorld, ENGINEER, LEAD, queueItem } from "../../../apps/web/preview/fixtures/desk";
import { button, choose, type Place, type Places, verb } from "./place";

const REQUEST = { path: "/queue/req_1?view=mine", world: deskWorld() };
const FREE = queueItem("req_1");
const FOREIGN = queueItem("req_1", { canTake: false, engineer: { id: "acc_tiago", name: "Tiago Silva" } });
const WORKSPACE = (deskWorld() as { workspace: object }).workspace;
const of = (item: object, more: object = {}) =>
  deskWorld({}, { queueItem: item, queue: connectionOf([item]), ...more });
const TEAM = { id: "romanian", name: "Bucharest", isWorking: true, members: [{ id: "acc_petra" }] };
const SAVED = {
  id: "vue_1",
  name: "Critical of Bucharest",
  search: null,
  count: 4,
  filter: {
    firstResponse: null,
    owner: null,
    productId: null,
    severities: ["CRITICAL"],
    statuses: null,
    teamIds: null,
    turn: null,
  },
};
const views = (savedViews: readonly object[]) => ({
  ...WORKSPACE,
  teams: [{ id: "oslo", name: "Oslo", isWorking: true, members: [] }],
  savedViews,
});
const PRODUCT = {
  id: "sql",
  name: "SQL Server",
  versions: [{ id: "sql-2022", name: "SQL Server 2022" }],
  categories: [{ id: "replication", name: "Replication", problems: [{ id: "lag", name: "Replica stays behind" }] }],
};
const enter = async (page: Page) => {
  await page.getByLabel(/^Given name/).fill("Ion");
  await page.getByLabel(/^Family name/).fill("Pop");
  await page.getByLabel(/^E-mail/).fill("ion.pop@carpatia.example");
  await page.getByLabel(/^Country/).selectOption("RO");
  await page.getByLabel(/^Product/).selectOption("sql");
  await page.getByLabel(/^Version/).selectOption("sql-2022");
  await page.getByLabel(/^Category/).selectOption("replication");
  await page.getByLabel(/^Problem/).selectOption("lag");
  await page.getByLabel(/^Title/).fill("Replica stays behind");
  await page.getByLabel(/^Description/).fill("Since Monday.");
  return button(page, "Open the request");
};
const handOver = (name: string, to: string, confirm: string): Pick<Place, "reach" | "told"> => ({
  reach: async (page) => {
    await button(page, name).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/^To/).selectOption(to);
    await dialog.getByLabel(/^Note/).fill("Logs are in");
    return verb(page, confirm);
  },
  told: /^The request has a new owner/,
});
const replies = async (page: Page): Promise<void> => button(page, "Edit kept replies").click();

export const DESK: Places = {
  "desk/request/desk-head.tsx": {
    ChangeRequestStatus: {
      ...REQUEST,
      reach: async (page) => {
        await button(page, "Change status").click();
        return button(page, "Solved");
      },
      told: /^The status is now: Solved/,
    },
  },
  "desk/request/set-severity-dialog.tsx": {
    ChangeSeverity: {
      ...REQUEST,
      reach: async (page) => {
        await choose(page, "More actions", "Change the severity");
        await page
          .getByRole("dialog")
          .getByRole("radio", { name: /Critical/ })
          .check();
        await page
          .getByRole("dialog")
          .getByLabel(/^Reason/)
          .fill("The shop stands");
        return verb(page, "Set the severity");
      },
      told: /^The severity is settled/,
    },
  },
  "desk/request/close-as-dialog.tsx": {
    CloseRequest: {
      ...REQUEST,
      reach: async (page) => {
        await choose(page, "More actions", "Close request");
        await page.getByRole("dialog").getByLabel("Reason").selectOption("NO_ANSWER");
        return verb(page, "Close request");
      },
      told: /^The request is closed/,
    },
  },
  "desk/request/refund-dialog.tsx": {
    RefundIncident: {
      ...REQUEST,
      reach: async (page) => {
        await button(page, "Give the incident back").click();
        await page.getByRole("dialog").getByLabel("Product defect").check();
        return verb(page, "Give it back");
      },
      told: /^The incident is back with the plan/,
    },
  },
  "desk/request/propose-split-dialog.tsx": {
    ProposeSplit: {
      path: REQUEST.path,
      world: deskWorld(
        {},
        { createSplitProposal: { request: (deskWorld() as { request: object }).request, userErrors: [] } },
      ),
      reach: async (page) => {
        await choose(page, "More actions", "Propose a second request");
        await page.getByLabel(/^Title of the second request/).fill("The clock is slow");
        await page.getByLabel(/^What it is about/).fill("A problem of its own.");
        return verb(page, "Ask the contacts");
      },
      told: /^The contacts are asked/,
    },
  },
  "desk/hand-over.tsx": {
    HandOverRequest: { ...REQUEST, ...handOver("Hand over", "emea", "Hand over") },
    ReassignRequest: {
      path: "/queue/req_1",
      world: of(FOREIGN, { viewer: LEAD }),
      ...handOver("Give to …", "acc_petra", "Give it"),
    },
  },
  "desk/team-note.tsx": {
    WriteTeamNote: {
      path: "/queue/req_1",
      world: of(FOREIGN, { workspace: { ...WORKSPACE, engineers: [], teams: [TEAM] } }),
      reach: async (page) => {
        await button(page, "Write a note").click();
        await page.getByLabel(/^Internal note/).fill("Known since May");
        return verb(page, "Save the note");
      },
      told: /^The note is saved/,
    },
  },
  "desk/open-item.tsx": {
    TakeRequest: {
      path: "/queue/req_1",
      world: of(FREE, { takeRequest: { request: null, userErrors: [] } }),
      after: {
        queueItem: { ...FREE, isMine: true, canTake: false, engineer: { id: "acc_petra", name: "Petra Novak" } },
      },
      reach: async (page) => button(page, "Take this request"),
      told: /^Request SR-req_1 is yours/,
    },
  },
  "desk/reply-form.tsx": {
    SaveCannedReply: {
      ...REQUEST,
      reach: async (page) => {
        await replies(page);
        await verb(page, "Write a new one").click();
        await page
          .getByRole("dialog")
          .getByLabel(/^Title/)
          .fill("Thanks");
        await page.getByRole("dialog").getByLabel(/^Text/).fill("Thank you");
        return verb(page, "Save");
      },
      told: /^“Thanks” is saved/,
    },
  },
  "desk/kept-replies.tsx": {
    RemoveCannedReply: {
      path: REQUEST.path,
      world: deskWorld({}, { removeCannedReply: { removedReplyId: "can_2", userErrors: [] } }),
      after: { workspace: { ...WORKSPACE, cannedReplies: [] } },
      reach: async (page) => {
        await replies(page);
        return verb(page, "Delete");
      },
      told: /^The reply is removed/,
    },
  },
  "desk/view-menu.tsx": {
    SaveView: {
      path: "/queue?view=mine&severity=MINIMAL",
      world: of(FREE, { workspace: views([]), saveView: { view: { id: "vue_1" }, userErrors: [] } }),
      after: { workspace: views([SAVED]) },
      reach: async (page) => {
        await choose(page, "Keep this view", "Save as a view");
        await page.getByLabel(/^Name of the view/).fill("Small ones");
        return verb(page, "Save the view");
      },
      told: /^The view “Small ones” is saved/,
    },
    RemoveView: {
      path: "/queue?view=vue_1",
      world: of(FREE, { workspace: views([SAVED]), removeView: { removedViewId: "vue_1", userErrors: [] } }),
      after: { workspace: views([]) },
      reach: async (page) => {
        await choose(page, "Keep this view", "Remove this view");
        return verb(page, "Remove this view");
      },
      told: /^The view “Critical of Bucharest” is removed/,
    },
  },
  "desk/enter-page.tsx": {
    EnterRequest: {
      path: "/queue/new",
      world: {
        ...deskWorld(),
        viewer: ENGINEER,
        catalogue: connectionOf([{ id: "sql", name: "SQL Server" }]),
        product: PRODUCT,
        createRequestForCustomer: { request: { id: "req_1", number: "2611230010000999" }, userErrors: [] },
      },
      reach: enter,
      told: /^Request 2611230010000999 is entered/,
    },
  },
};
