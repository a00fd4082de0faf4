/** Every place with a field of several lines is torn down and drawn again while somebody types: the words are there (K12). */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { connectionOf, timelineOf } from "../../preview/fixture-answers";
import { deskWorld, queueItem } from "../../preview/fixtures/desk";
import { ACCOUNT, VIEWER } from "../../preview/fixtures/people";
import { CARD, offer, offersOf } from "../../preview/fixtures/purchases";
import { request } from "../../preview/fixtures/requests";
import { contactActor, entry } from "../../preview/fixtures/timeline";
import { renderApp } from "../../preview/render-app";
import { ADMINISTRATOR, agreement } from "../features/administration/testing";
import { KEPT_PLACES, type KeptPlace } from "../lib/kept/use-kept";

/** By its words: looking for a role reads the whole page each time. */
const press = async (name: string): Promise<void> => {
  fireEvent.click(await screen.findByText(name, { selector: "button, button *" }));
};
const action = async (name: string): Promise<void> => {
  fireEvent.click(await screen.findByLabelText("More actions"));
  await press(name);
};

interface Place {
  readonly path: string;
  readonly world?: object;
  /** From the page as it is loaded to the field. */
  readonly open?: () => Promise<void>;
  readonly label: string | RegExp;
}

const administration = (more: object): object => ({
  viewer: {
    ...ADMINISTRATOR,
    staffRights: [...ADMINISTRATOR.staffRights, "MANAGE_ARTICLES", "READ_PACKS", "LOAD_PACKS"],
  },
  ...more,
});
const foreignItem = queueItem("req_1", { canTake: false, engineer: { id: "acc_tiago", name: "Tiago Silva" } });
const OWN_MESSAGE = entry("tim_6", "REPLY", "2026-11-23T08:00:00.000Z", {
  ...{ actor: contactActor("Ana Ionescu"), isFromSupport: false, text: "Teh port is open", canEdit: true },
});
const PLACES: Readonly<Record<KeptPlace, Place>> = {
  reply: { path: "/requests/req_1", label: "Write to support" },
  note: {
    path: "/queue/req_1",
    world: deskWorld(),
    open: () => press("Internal note"),
    label: "Internal note",
  },
  correction: {
    path: "/requests/req_1",
    world: { request: request("req_1", { timeline: timelineOf([OWN_MESSAGE]) }) },
    open: () => press("Edit"),
    label: "Your message",
  },
  teamNote: {
    path: "/queue/req_1",
    world: deskWorld(
      {},
      {
        ...{ queueItem: foreignItem, queue: connectionOf([foreignItem]) },
        workspace: {
          ...(deskWorld() as { workspace: object }).workspace,
          engineers: [],
          teams: [{ id: "romanian", name: "Bucharest", isWorking: true, members: [{ id: "acc_petra" }] }],
        },
      },
    ),
    open: () => press("Write a note"),
    label: /^Internal note/,
  },
  handOver: { path: "/queue/req_1", world: deskWorld(), open: () => press("Hand over"), label: /^Note/ },
  cannedReply: {
    path: "/queue/req_1",
    world: deskWorld(),
    open: async () => {
      await press("Kept replies");
      await press("Edit kept replies");
      await press("Write a new one");
    },
    label: /^Text/,
  },
  enteredRequest: {
    path: "/queue/new",
    world: deskWorld({}, { countries: [], catalogue: connectionOf([]) }),
    label: /^Description/,
  },
  reopening: { path: "/requests/req_9", open: () => press("Reopen"), label: /What is still open/ },
  askedSeverity: {
    path: "/requests/req_1",
    open: () => action("Ask for another severity"),
    label: /^Why/,
  },
  setSeverity: {
    path: "/queue/req_1",
    world: deskWorld(),
    open: () => action("Change the severity"),
    label: /^Reason/,
  },
  splitting: {
    path: "/queue/req_1",
    world: deskWorld(),
    open: () => action("Propose a second request"),
    label: /^What it is about/,
  },
  closing: {
    path: "/requests/req_1",
    open: async () => {
      await press("Close request");
      if (screen.queryByLabelText(/What should we know/) === null) fireEvent.click(screen.getByLabelText("Good"));
    },
    label: /What should we know/,
  },
  rating: {
    path: "/requests/req_9",
    open: async () => {
      await screen.findByText("How was the support you got?", { selector: "h2" });
      if (screen.queryByLabelText(/What should we know/) === null) fireEvent.click(screen.getByLabelText("Good"));
    },
    label: /What should we know/,
  },
  question: { path: "/ask/receipt-or-bill", label: /^Question/ },
  billing: {
    path: "/plans?buy=1",
    world: {
      viewer: { ...VIEWER, account: { ...ACCOUNT, kind: "PERSONAL" }, canPurchase: true },
      portalSettings: {
        ...{ isPurchaseEnabled: true, arePersonasEnabled: true, version: "0.1.0", entitlementTimeZone: "UTC" },
      },
      incidentOffers: offersOf([offer(1)]),
      paymentMethods: [CARD],
      purchases: connectionOf([]),
    },
    open: async () => void fireEvent.click(await screen.findByText(/^On the receipt/)),
    label: /^Address/,
  },
  article: {
    path: "/administration/articles/new",
    world: administration({}),
    label: /^Text in English/,
  },
  pack: { path: "/administration/packs/products", world: administration({ packs: [] }), label: "Content of the file" },
  partners: {
    path: "/administration/people/partners",
    world: administration({ partnerTenants: [{ tenantId: "one" }] }),
    label: "Directory IDs",
  },
  agreementChange: {
    path: "/administration/agreements/pln_1",
    world: administration({ managedAgreement: agreement("pln_1") }),
    open: () => press("Adjust incidents"),
    label: /^Reason/,
  },
};

const WORDS = "Half a sentence,\nand the second line of it";
const fieldOf = async ({ open, label }: Place): Promise<HTMLTextAreaElement> => {
  await open?.();
  // Of a dialog that is named alike only the field is meant.
  return waitFor(() => {
    const field = screen.getAllByLabelText(label).find((each) => each instanceof HTMLTextAreaElement);
    if (field === undefined) throw new Error(`no field of several lines: ${label}`);
    return field;
  });
};

test.each(KEPT_PLACES)("K12: what was typed outlives its field: %s", async (name) => {
  const place = PLACES[name];
  const { router, unmount } = await renderApp(place.path, { ...place.world });
  fireEvent.change(await fieldOf(place), { target: { value: WORDS } });
  // The route is left and comes back.
  await router.navigate("/help");
  await waitFor(() => expect(document.querySelector("textarea")).toBeNull());
  await router.navigate(place.path);
  expect((await fieldOf(place)).value).toBe(WORDS);
  // The page is loaded again.
  unmount();
  await renderApp(place.path, { ...place.world });
  expect((await fieldOf(place)).value).toBe(WORDS);
});

test("K12: somebody else who signs in to the same tab finds nothing of it", async () => {
  const place = PLACES.question;
  const first = await renderApp(place.path);
  fireEvent.change(await fieldOf(place), { target: { value: WORDS } });
  first.unmount();
  expect(JSON.stringify({ ...sessionStorage })).toContain("Half a sentence");
  await renderApp(place.path, { viewer: { ...VIEWER, account: { ...ACCOUNT, id: "acc_other" } } });
  expect((await fieldOf(place)).value).toBe("");
  expect(JSON.stringify({ ...sessionStorage })).not.toContain("Half a sentence");
});
