import { DAY } from "@accord/domain";
import { beginImport, dropImport, type ImportContext } from "../../../apps/api/src/modules/administration/module.js";
import { activationStore, planStore } from "../../../apps/api/src/modules/agreements/module.js";
import { type Arrange, but, type CasesOf, empty, tooLong } from "./cases.js";
import type { Actor, RefusalWorld } from "./world.js";

const admins = new WeakMap<RefusalWorld, Promise<Actor>>();
/** The only one of the world. */
const admin = (world: RefusalWorld): Promise<Actor> => {
  const known = admins.get(world) ?? world.signedIn({ roles: ["ADMINISTRATOR"] });
  admins.set(world, known);
  return known;
};

const asking =
  (input: Readonly<Record<string, unknown>>): Arrange =>
  async (world) => ({ by: await admin(world), input });

const managing =
  (
    more: Readonly<Record<string, unknown>>,
    isRevoked = false,
    options: Parameters<RefusalWorld["agreement"]>[1] = {},
  ): Arrange =>
  async (world) => {
    const { planId } = await world.agreement([], options);
    const { db, clock } = world.server;
    if (isRevoked) await db.transaction("test revocation", (tx) => tx.of(planStore).revoke(planId, clock.now()));
    return { by: await admin(world), input: { planId, ...more } };
  };

/** By a token that moves no incident. */
const byToken =
  (arrange: Arrange): Arrange =>
  async (world) => {
    const { by, ...rest } = await arrange(world);
    return { ...rest, by: await world.byToken(by) };
  };

const ADJUSTMENT = { incidents: 1, reason: "Goodwill." };
const EXTENSION = { endsOn: "2028-01-01", reason: "Goodwill." };
const TIME = { redeemBy: "2028-01-01", reason: "Lost in the post." };
/** Waits for somebody to activate it. */
const waiting =
  (more: Readonly<Record<string, unknown>>, redeemBy = "2027-12-31"): Arrange =>
  async (world) => {
    const { planId } = await world.agreement();
    const day = { redeemBy, redeemEndsAt: Date.parse(redeemBy) + DAY };
    await world.server.db.transaction("test activation", (tx) =>
      tx.of(activationStore).create({ planId, basis: "ACTIVATION", ...day }),
    );
    return { by: await admin(world), input: { planId, ...more } };
  };
const REASON = { reason: "Lost." };
const ISSUE = { programmeId: "visual-studio-enterprise", startsOn: "2026-11-23" };

const FILE = "programme,accessId,agreementId,startsOn\nvisual-studio-enterprise,IM-1,5001000,2026-12-01\n";
const groundOf = ({ server }: RefusalWorld): ImportContext => ({
  db: server.db,
  clock: server.clock,
  timeZone: "UTC",
  isGuest: false,
});
/** Begun, and nobody checks it. */
const running = async (world: RefusalWorld): Promise<string> => {
  const begun = await beginImport(groundOf(world), {
    fileName: "agreements.csv",
    bytes: Buffer.from(FILE),
    language: "en",
    actorId: null,
  });
  if (!begun.ok) throw new Error(JSON.stringify(begun));
  return begun.value.importId;
};
const dropped: Arrange = async (world) => {
  const importId = await running(world);
  await dropImport(groundOf(world), importId, null);
  return { by: await admin(world), input: { importId } };
};

export const administrationCases: CasesOf<
  | "createAgreements"
  | "adjustIncidents"
  | "updateActivationEnd"
  | "updateAgreementEnd"
  | "revokeAgreement"
  | "rotatePair"
  | "createActivationLink"
  | "createAgreementImport"
  | "startAgreementImport"
  | "cancelAgreementImport"
  | "createPackPreview"
  | "updatePack"
  | "updateStaffRoles"
  | "updatePartnerTenants"
> = {
  createAgreements: {
    INPUT_TOO_LONG: asking({ ...ISSUE, recipientName: "x".repeat(101) }),
    INPUT_INVALID: asking({ ...ISSUE, programmeId: "nothing" }),
    TOKEN_LIMIT_REACHED: byToken(asking(ISSUE)),
  },
  adjustIncidents: {
    INPUT_REQUIRED: empty(managing(ADJUSTMENT), "reason"),
    INPUT_TOO_LONG: tooLong(managing(ADJUSTMENT), "reason"),
    INPUT_INVALID: but(managing(ADJUSTMENT), { incidents: 0 }),
    ADJUSTMENT_NOT_POSSIBLE: managing(ADJUSTMENT, true),
    CHANGED_MEANWHILE: but(managing(ADJUSTMENT), { expectedBalance: 999 }),
    TOKEN_LIMIT_REACHED: byToken(managing({ ...ADJUSTMENT, incidents: -1 })),
  },
  updateActivationEnd: {
    INPUT_REQUIRED: empty(waiting(TIME), "reason"),
    INPUT_TOO_LONG: tooLong(waiting(TIME), "reason"),
    INPUT_INVALID: but(waiting(TIME), { redeemBy: "2026-11-30" }),
    // It is in force: nobody has to activate it.
    ADJUSTMENT_NOT_POSSIBLE: managing(TIME),
    TOKEN_LIMIT_REACHED: byToken(waiting({ ...TIME, redeemBy: "2027-01-01" }, "2026-11-01")),
  },
  updateAgreementEnd: {
    INPUT_REQUIRED: empty(managing(EXTENSION), "reason"),
    INPUT_TOO_LONG: tooLong(managing(EXTENSION), "reason"),
    INPUT_INVALID: but(managing(EXTENSION), { endsOn: "2026-11-30" }),
    ADJUSTMENT_NOT_POSSIBLE: managing(EXTENSION, true),
    // What was over can be used again.
    TOKEN_LIMIT_REACHED: byToken(managing(EXTENSION, false, { startsOn: "2024-01-10" })),
  },
  revokeAgreement: {
    INPUT_REQUIRED: empty(managing(REASON), "reason"),
    INPUT_TOO_LONG: tooLong(managing(REASON), "reason"),
    ADJUSTMENT_NOT_POSSIBLE: managing(REASON, true),
    TOKEN_LIMIT_REACHED: byToken(managing(REASON)),
  },
  rotatePair: {
    INPUT_REQUIRED: empty(managing(REASON), "reason"),
    INPUT_TOO_LONG: tooLong(managing(REASON), "reason"),
    ADJUSTMENT_NOT_POSSIBLE: managing(REASON, true),
  },
  createActivationLink: { ADJUSTMENT_NOT_POSSIBLE: managing({}, true) },
  createAgreementImport: {
    TABLE_NOT_READ: asking({ fileName: "agreements.csv", text: "nothing" }),
    IMPORT_NOT_VALID: async (world) => {
      const importId = await running(world);
      const input = { fileName: "agreements.csv", text: FILE };
      return { by: await admin(world), input, after: () => dropImport(groundOf(world), importId, null) };
    },
  },
  startAgreementImport: { IMPORT_NOT_VALID: dropped },
  cancelAgreementImport: { IMPORT_NOT_VALID: dropped },
  createPackPreview: {
    INPUT_REQUIRED: asking({ kind: "TAXES" }),
    PACK_NOT_VALID: asking({ kind: "TAXES", uploadId: "nothing" }),
  },
  updatePack: {
    INPUT_REQUIRED: asking({ kind: "TAXES", digest: "any" }),
    PACK_NOT_VALID: asking({ kind: "TAXES", text: "nothing", digest: "any" }),
  },
  updateStaffRoles: {
    LAST_ADMINISTRATOR: async (world) => {
      const by = await admin(world);
      return { by, input: { accountId: by.accountId, roles: [] } };
    },
  },
  updatePartnerTenants: {
    INPUT_TOO_LONG: asking({ tenantIds: Array.from({ length: 1001 }, (_, at) => `tenant-${at}`) }),
    INPUT_INVALID: asking({ tenantIds: ["no tenant"] }),
  },
};
