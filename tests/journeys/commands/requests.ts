/** Commands of the contacts of a request, and of whoever comes to it. */
import type { Page } from "@playwright/test";
import { timelineOf } from "../../../apps/web/preview/fixture-answers";
import { CLOSED, REQUESTS, request } from "../../../apps/web/preview/fixtures/requests";
import { contactActor, entry } from "../../../apps/web/preview/fixtures/timeline";
import { button, choose, EMPTIED, type Places, verb } from "./place";

const SECOND = REQUESTS[1];
const OWN = entry("tim_6", "REPLY", "2026-11-23T08:00:00.000Z", {
  actor: contactActor("Ana Ionescu"),
  isFromSupport: false,
  text: "Teh port is open",
  canEdit: true,
});
const AWAY = entry("tim_1", "AUTO_REPLY", "2026-11-23T08:00:00.000Z", {
  actor: contactActor("Ana Ionescu"),
  isFromSupport: false,
  text: "I am away.",
  channel: "MAIL",
  mail: { sender: null, automatic: "VACATION", problem: null, raw: null, leftOut: [] },
  canMarkAsMessage: true,
});
const withTimeline = (only: { readonly id: string }) => request("req_1", { timeline: timelineOf([only]) });
const PROPOSED = {
  id: "spl_1",
  title: "The clock of the controller is slow",
  description: "A problem of its own.",
  state: "PROPOSED",
  newRequestId: null,
};
const split = (facts: object) => request("req_1", { splitProposals: [{ ...PROPOSED, ...facts }] });
const closed = (facts: object) => ({ ...CLOSED[0], ...facts });
const write = async (page: Page, field: string, text: string): Promise<void> =>
  page.getByRole("textbox", { name: field }).fill(text);

export const REQUESTS_PLACES: Places = {
  "requests/conversation/use-message.ts": {
    AddCommunication: {
      path: "/requests/req_1",
      reach: async (page) => {
        await write(page, "Write to support", "Port 135 was closed.");
        return button(page, "Send");
      },
      told: /^Your message was sent/,
    },
  },
  "requests/conversation/edit-form.tsx": {
    EditCommunication: {
      path: "/requests/req_1",
      world: { request: withTimeline(OWN) },
      reach: async (page) => {
        await button(page, "Edit").click();
        await write(page, "Your message", "The port is open");
        return button(page, "Save");
      },
      told: /^Your correction is saved/,
    },
  },
  "requests/conversation/automatic-reply.tsx": {
    MarkAsMessage: {
      path: "/requests/req_1",
      world: {
        request: withTimeline(AWAY),
        markAsMessage: {
          entry: { ...AWAY, __typename: "ReplyEntry", kind: "REPLY" },
          request: request("req_1"),
          userErrors: [],
        },
      },
      reach: async (page) => button(page, "This is a message"),
      told: /^It is a message now/,
    },
  },
  "requests/actions/close-dialog.tsx": {
    CloseRequest: {
      path: "/requests/req_1",
      reach: async (page) => {
        await button(page, "Close request").click();
        return verb(page, "Close request");
      },
      told: /^The request is closed/,
    },
  },
  "requests/actions/reopen-dialog.tsx": {
    ReopenRequest: {
      path: "/requests/req_9",
      reach: async (page) => {
        await button(page, "Reopen").click();
        await write(page, "What is still open?", "It failed again last night");
        return verb(page, "Reopen");
      },
      told: /^The request is open again/,
    },
  },
  "requests/actions/severity-dialog.tsx": {
    AskSeverityChange: {
      path: "/requests/req_1",
      reach: async (page) => {
        await choose(page, "More actions", "Ask for another severity");
        await page
          .getByRole("dialog")
          .getByRole("radio", { name: /Critical/ })
          .check();
        await write(page, "Why?", "The shop stands");
        return verb(page, "Ask");
      },
      told: /^The engineer was asked for the other severity/,
    },
  },
  "requests/actions/withdraw-dialog.tsx": {
    WithdrawRequest: {
      path: "/requests/req_2",
      reach: async (page) => {
        await choose(page, "More actions", "Withdraw request");
        return verb(page, "Withdraw request");
      },
      told: /^The request was withdrawn and its incident given back/,
    },
  },
  "requests/actions/rating-card.tsx": {
    RateRequest: {
      path: "/requests/req_9",
      world: {
        updateRequestRating: {
          request: closed({ rating: { score: 5, comment: null, at: "2026-11-23T08:30:00.000Z" } }),
          userErrors: [],
        },
      },
      reach: async (page) => {
        await page.getByRole("radio", { name: "Very good" }).check();
        return button(page, "Send rating");
      },
      told: /^Thank you: your rating is saved/,
    },
  },
  "requests/split/split-asked.tsx": {
    DecideSplit: {
      path: "/requests/req_1",
      world: {
        request: split({}),
        decideSplit: { request: split({ state: "ACCEPTED", newRequestId: "req_second" }), userErrors: [] },
      },
      after: { request: split({ state: "ACCEPTED", newRequestId: "req_second" }) },
      reach: async (page) => button(page, "Agree and open it"),
      told: /^A second request is open for it/,
    },
  },
  "requests/draft-cards.tsx": {
    DiscardKeptDraft: {
      path: "/requests",
      world: { deleteDraft: { deletedDraftId: "drf_1", userErrors: [] } },
      after: { myDrafts: [] },
      reach: async (page) => {
        await button(page, /^Delete “/)
          .first()
          .click();
        return verb(page, "Delete this draft");
      },
      told: /was deleted/,
    },
  },
  "requests/contacts/add-contact-form.tsx": {
    ShareRequest: {
      path: "/requests/req_1?tab=contacts",
      reach: async (page) => {
        await page.getByText("Name, phone and contact method (optional)").click();
        await page.getByLabel(/^First name/).fill("Elena");
        await page.locator("input[type=email]").fill("elena@carpatica.example");
        return button(page, "Add contact");
      },
      told: /^Elena was added/,
      again: EMPTIED,
    },
  },
  "requests/contacts/invite.tsx": {
    CreateInvitation: {
      path: "/requests/req_1?tab=contacts",
      reach: async (page) => button(page, "Make a one-time link"),
      told: /^A one-time link to hand over/,
    },
  },
  "requests/contacts/access-asks.tsx": {
    DecideAccessAsk: {
      path: "/requests/req_2?tab=contacts",
      after: { request: { ...SECOND, accessAsks: [] } },
      reach: async (page) => button(page, "Let Mihai Dobre in as an additional contact"),
      told: /^Mihai Dobre sees this request from now on/,
    },
  },
  "requests/contacts/remove-contact-dialog.tsx": {
    RemoveContact: {
      path: "/requests/req_1?tab=contacts",
      world: { request: request("req_1", { viewerCanRemoveContactIds: ["con_2"] }) },
      reach: async (page) => {
        await button(page, /Remove Radu Stan/).click();
        return verb(page, "Remove");
      },
      told: /^Radu Stan was removed/,
    },
  },
  "invitations/invitation-page.tsx": {
    RedeemInvitation: {
      path: "/invitations/4f9c2ab8",
      reach: async (page) => button(page, "Open the request"),
      told: /^You are a contact of this request now/,
    },
  },
  "invitations/confirm-address-page.tsx": {
    ConfirmAddress: {
      path: "/confirm-address/77aa",
      reach: async (page) => button(page, "Confirm this address"),
      told: /^Requests that name it as a contact are in your list now/,
    },
  },
  "requests/questions/question-form.tsx": {
    AskGeneralQuestion: {
      path: "/ask/receipt-or-bill",
      reach: async (page) => {
        await write(page, "Title", "A bill to our company");
        await write(page, "Question", "The receipt names me alone.");
        return button(page, "Send the question");
      },
      told: /^Your question \d{16} is with us/,
    },
  },
  "invitations/ask-access-page.tsx": {
    AskForAccess: {
      path: "/ask-access",
      reach: async (page) => {
        await page.getByLabel(/Request number/).fill("2611 2000 3000 0417");
        return button(page, "Ask the contacts");
      },
      told: /^Asked for 2611200030000417/,
      again: EMPTIED,
    },
  },
};
