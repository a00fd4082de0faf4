/** Follows a remedy as a person would, over the API, and says whether it helped (K8, R36). */
import type { RemedyKind } from "@accord/domain";
import { expect } from "vitest";
import { catalogueStore } from "../../../apps/api/src/modules/catalogue/module.js";
import { saveCard } from "./purchase-cases.js";
import { dayIn, type Scene, submit } from "./remedy-scenes.js";
import type { Actor, RefusalWorld } from "./world.js";

export interface Remedy {
  readonly kind: RemedyKind;
  readonly message: string;
  readonly planId: string | null;
  readonly on: string | null;
  readonly articleId: string | null;
  readonly productVersion: { readonly id: string } | null;
  readonly portal: { readonly name: string; readonly url: string | null } | null;
}

type Follow = (world: RefusalWorld, scene: Scene, remedy: Remedy) => Promise<unknown>;

let keys = 0;

/** Buys a single incident with a new card; answers the plan it became. */
const buy = async (world: RefusalWorld, session: Actor): Promise<string> => {
  const paymentMethodId = await saveCard(world, session);
  keys += 1;
  const input = { offerId: "pay-per-incident:RON", paymentMethodId, consent: true, idempotencyKey: `remedy-${keys}` };
  return (await world.did(session, "purchaseIncident", input, "plan { id }")).plan.id;
};

const accepted = async (world: RefusalWorld, scene: Pick<Scene, "by" | "planId" | "versionId">): Promise<void> =>
  expect(await submit(world, scene)).toEqual([]);

/** Registers a new agreement of the programme and submits with it; answers what was refused on the way. */
const addAndUse = async (world: RefusalWorld, scene: Scene, programmeId: string): Promise<readonly string[]> => {
  const pair = await world.agreement([], { programmeId, startsOn: dayIn(world, -1) });
  const { accessId, agreementId } = pair;
  const { userErrors } = await world.tell(scene.by, "addAgreement", { accessId, agreementId });
  return userErrors.length > 0 ? userErrors.map(({ code }) => code) : submit(world, { ...scene, planId: pair.planId });
};

/** The way out, and then the command that was refused, which is accepted now. */
export const FOLLOW: Readonly<Record<RemedyKind, Follow>> = {
  CHOOSE_VERSION: (world, scene, { productVersion }) =>
    accepted(world, { ...scene, versionId: productVersion?.id ?? "none" }),
  CHOOSE_OTHER_PLAN: (world, scene, { planId }) => accepted(world, { ...scene, planId: planId ?? "none" }),
  ADD_AGREEMENT: async (world, scene) => {
    const { programmes } = await world.server.db.read.of(catalogueStore).load();
    const refused: string[] = [];
    for (const { id, origin } of programmes) {
      const codes = origin === "AGREEMENT" ? await addAndUse(world, scene, id) : ["BOUGHT"];
      if (codes.length === 0) return;
      refused.push(`${id}: ${codes.join(" ")}`);
    }
    throw new Error(`no agreement that this account may hold helps: ${refused.join(", ")}`);
  },
  BUY_INCIDENT: async (world, scene) => accepted(world, { ...scene, planId: await buy(world, scene.session) }),
  USE_PERSONAL_ACCOUNT: async (world, { versionId }) => {
    const session = await world.signedIn({ kind: "PERSONAL" });
    await accepted(world, { by: session, versionId, planId: await buy(world, session) });
  },
  USE_OTHER_PORTAL: async (world, scene, { portal }) => {
    expect(portal?.url).toMatch(/^https:\/\//);
    expect(await submit(world, scene)).toEqual(["HANDLED_BY_OTHER_PORTAL"]);
    const { data } = await scene.by.ask(
      "query ($id: ID!) { productVersion(id: $id) { product { portal { name url } } } }",
      { id: scene.versionId },
    );
    expect(portal).toEqual(data.productVersion.product.portal);
  },
  WAIT_UNTIL: async (world, scene, { on }) => {
    const { clock } = world.server;
    clock.advance(Date.parse(`${on}T00:00:00Z`) - 1 - clock.now());
    expect(await submit(world, scene)).toEqual(["PLAN_UNAVAILABLE"]);
    clock.advance(1);
    await accepted(world, scene);
  },
  // What the vendor can do from here on is the vendor's; the sentence names who to ask.
  CONTACT_VENDOR: async (_world, _scene, { message }) => expect(message).toMatch(/\p{L}{3}/u),
  READ_ARTICLE: async (world, scene, { articleId }) => {
    const { data } = await scene.by.ask("query ($id: ID!) { article(id: $id) { title body } }", { id: articleId });
    expect(data.article.title).toMatch(/\p{L}/u);
    expect(data.article.body.length).toBeGreaterThan(100);
    const page = await fetch(new URL(`/help/${articleId}`, world.server.origin), { headers: { accept: "text/html" } });
    expect(page.status).toBe(200);
  },
};
