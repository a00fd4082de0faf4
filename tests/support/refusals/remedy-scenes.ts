/** Plans that cannot be used, one scene for each reason, and what a person sees and tries there (K8, R36). */
import type { UnavailabilityReasonCode } from "@accord/domain";
import { planStore } from "../../../apps/api/src/modules/agreements/module.js";
import { SELF } from "../visitor.js";
import type { Actor, RefusalWorld } from "./world.js";

const DAY = 86_400_000;
export const KINDS = ["PERSONAL", "WORK", "PARTNER"] as const;
export type Kind = (typeof KINDS)[number];

export interface Scene {
  /** In a browser just signed in with; `by` is the same person by token. */
  readonly session: Actor;
  readonly by: Actor;
  readonly planId: string;
  readonly versionId: string;
}

interface Setting {
  /** What it is about, as the title of its test. */
  readonly what: string;
  readonly reasons: readonly UnavailabilityReasonCode[];
  readonly programmeId: string;
  readonly versionId: string;
  /** First day of the plan, in days from now; default a week ago. */
  readonly startsIn?: number;
  /** Makes the plan what it is. */
  readonly spoil?: (world: RefusalWorld, scene: Scene) => Promise<unknown>;
  /** Whether the person holds another plan that can be used. */
  readonly hasOther?: boolean;
}

const VSE = "visual-studio-enterprise";
const CURRENT = "windows-server-2025";

export const SETTINGS: readonly Setting[] = [
  { what: "ended", reasons: ["EXPIRED"], programmeId: VSE, versionId: CURRENT, startsIn: -800 },
  {
    what: "ended beside another",
    reasons: ["EXPIRED"],
    programmeId: VSE,
    versionId: CURRENT,
    startsIn: -800,
    hasOther: true,
  },
  {
    what: "ended, for a version nobody supports",
    reasons: ["EXPIRED", "LIFECYCLE_PHASE_NOT_COVERED"],
    programmeId: VSE,
    versionId: "windows-server-2008",
    startsIn: -800,
  },
  {
    what: "used up",
    reasons: ["NO_INCIDENTS_LEFT"],
    programmeId: VSE,
    versionId: CURRENT,
    spoil: ({ server }, { planId, by }) =>
      server.db.transaction("test use", (tx) =>
        tx
          .of(planStore)
          .adjust({ planId, incidents: -4, actorId: by.accountId, reason: "Used.", at: server.clock.now() }),
      ),
  },
  {
    what: "withdrawn",
    reasons: ["REVOKED"],
    programmeId: VSE,
    versionId: CURRENT,
    spoil: ({ server }, { planId }) =>
      server.db.transaction("test revocation", (tx) => tx.of(planStore).revoke(planId, server.clock.now())),
  },
  { what: "not begun", reasons: ["NOT_YET_ACTIVE"], programmeId: VSE, versionId: CURRENT, startsIn: 8 },
  {
    what: "of a programme that has ended",
    reasons: ["PROGRAMME_RETIRED"],
    programmeId: "software-assurance-24x7",
    versionId: CURRENT,
  },
  {
    what: "for another product",
    reasons: ["PROGRAMME_RETIRED", "PRODUCT_NOT_COVERED"],
    programmeId: "software-assurance-24x7",
    versionId: "visual-studio-2022",
  },
  {
    what: "for products on premises",
    reasons: ["ON_PREMISES_PRODUCTS_ONLY"],
    programmeId: VSE,
    versionId: "azure-virtual-machines-current",
  },
  {
    what: "for products in the cloud",
    reasons: ["CLOUD_PRODUCTS_ONLY"],
    programmeId: "signature-cloud-support",
    versionId: CURRENT,
  },
  {
    what: "for younger versions by their phase",
    reasons: ["LIFECYCLE_PHASE_NOT_COVERED"],
    programmeId: VSE,
    versionId: "windows-server-2019",
  },
  {
    what: "for the other edition of the version",
    reasons: ["LIFECYCLE_PHASE_NOT_COVERED"],
    programmeId: VSE,
    versionId: "windows-11-24h2-home-pro",
  },
  {
    what: "for younger versions by the N-1 rule",
    reasons: ["LIFECYCLE_PHASE_NOT_COVERED", "VERSION_TOO_OLD"],
    programmeId: "partner-product-support-20",
    versionId: "windows-server-2016",
  },
];

export const dayIn = ({ server }: RefusalWorld, days: number): string =>
  new Date(server.clock.now() + days * DAY).toISOString().slice(0, 10);

export const play = async (world: RefusalWorld, setting: Setting, kind: Kind): Promise<Scene> => {
  const session = await world.signedIn({ kind });
  const by = await world.byToken(session);
  const { programmeId, versionId, startsIn = -7, spoil } = setting;
  const incidents = programmeId === "signature-cloud-support" ? null : 4;
  const { planId } = await world.agreement([by], { programmeId, incidents, startsOn: dayIn(world, startsIn) });
  if (setting.hasOther === true) await world.agreement([by], { startsOn: dayIn(world, -7) });
  const scene = { session, by, planId, versionId };
  await spoil?.(world, scene);
  return scene;
};

let keys = 0;

/** Submits a request for a version with a plan; answers the codes it is refused with. */
export const submit = async (
  world: RefusalWorld,
  { by, planId, versionId }: Pick<Scene, "by" | "planId" | "versionId">,
): Promise<readonly string[]> => {
  const { data } = await by.ask(
    "query ($id: ID!) { productVersion(id: $id) { product { categories { id: slug problems { id: slug } } } } }",
    { id: versionId },
  );
  const [category] = data.productVersion.product.categories;
  keys += 1;
  const { userErrors } = await world.tell(by, "createRequest", {
    idempotencyKey: `remedy-${keys}`,
    productVersionId: versionId,
    categoryId: category.id,
    problemId: category.problems[0].id,
    title: "It stopped",
    description: "Since Monday.",
    planId,
    severity: "MODERATE",
    country: "RO",
    timeZone: "Europe/Bucharest",
    primaryContact: SELF,
  });
  return userErrors.map(({ code }) => code);
};
