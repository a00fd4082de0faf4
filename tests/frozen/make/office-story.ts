/** Administration: agreements issued and changed, imports in every state, roles, partner directories, a pack for a later day. */
import { setTimeout as delay } from "node:timers/promises";
import { newcomer, type Visitor } from "../../support/visitor.js";
import { type Payload, tell } from "./door.js";
import type { Making } from "./story.js";

const PROGRAMME = "visual-studio-enterprise";

/** The agreement the desk's customer uses, and others in every state. */
export const issueAgreements = async (
  admin: Visitor,
): Promise<{ accessId: string; agreementId: string; planId: string }> => {
  const issue = async (more: Readonly<Record<string, unknown>> = {}): Promise<Payload> => {
    const input = { programmeId: PROGRAMME, startsOn: "2026-11-16", incidents: 40, ...more };
    const { issued } = await tell(
      admin,
      "issueAgreements",
      input,
      "issued { planId accessId agreementId activation { url } }",
    );
    return issued[0];
  };
  const main = await issue();
  const reason = "Asked for by the account manager.";
  const changed = await issue({ recipientName: "Ana Pop", recipientEmail: "ana.pop@frozen.example", language: "RO" });
  await tell(admin, "extendAgreement", { planId: changed.planId, endsOn: "2028-01-31", reason });
  await tell(admin, "adjustIncidents", { planId: changed.planId, incidents: -3, reason });
  await tell(admin, "rotatePair", { planId: changed.planId, reason, keepsHolders: false });
  await tell(admin, "createActivationLink", { planId: changed.planId });
  const revoked = await issue();
  await tell(admin, "revokeAgreement", { planId: revoked.planId, reason });
  await issue({ startsOn: "2027-02-01" });
  return { accessId: main.accessId, agreementId: main.agreementId, planId: main.planId };
};

const HEAD = "programme,accessId,agreementId,startsOn";
const row = (number: number, programme = PROGRAMME): string =>
  `${programme},FRZ-${String(number).padStart(4, "0")}-1000,98${String(number).padStart(8, "0")},2026-12-01`;

/** One loaded, with a row refused and one there before; one stopped; one looked at and waiting. */
export const importAgreements = async ({ server, admin, names }: Making): Promise<void> => {
  const begin = async (name: string, rows: readonly string[]): Promise<string> => {
    const file = { fileName: `${name}.csv`, text: `${[HEAD, ...rows].join("\n")}\n` };
    const { agreementImport } = await tell(admin, "beginAgreementImport", file, "agreementImport { id }");
    await settled(admin, agreementImport.id, "CHECKED");
    server.clock.advance(1000);
    names.ids[`import${name}`] = agreementImport.id;
    return agreementImport.id;
  };
  const importId = await begin("Finished", [row(1), row(2), row(1), row(3, "no-such-programme")]);
  await tell(admin, "startAgreementImport", { importId }, "", "AgreementImportInput");
  await settled(admin, importId, "LOADED");
  const stopped = await begin("Cancelled", [row(11), row(12)]);
  await tell(admin, "cancelAgreementImport", { importId: stopped }, "", "AgreementImportInput");
  await begin("Waiting", [row(21), row(22)]);
};

/** Imports run beside the server: asked again until they stand. */
const settled = async (admin: Visitor, id: string, state: string): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { data } = await admin.ask(`{ agreementImport(id: "${id}") { state } }`);
    if (data.agreementImport.state === state) return;
    await delay(20);
  }
  throw new Error(`the import did not become ${state}`);
};

export const changePeopleAndPacks = async ({ server, admin, names }: Making): Promise<void> => {
  const joining = await newcomer(server, { givenName: "Ivan", familyName: "Lup", email: "ivan.lup@desk.example" });
  names.ids.ivan = joining.accountId;
  await tell(admin, "setStaffRoles", { accountId: joining.accountId, roles: ["ENGINEER", "LEAD"] });
  await tell(admin, "setStaffRoles", { accountId: joining.accountId, roles: ["ENGINEER"] });
  await tell(admin, "revokeAllSessions", { accountId: joining.accountId }, "ended");
  const text = "tenantId,name\n72f988bf-0000-4000-8000-00000000abcd,Example Partners\n";
  const file = { kind: "PARTNER_TENANTS", text, effectiveOn: "2027-07-01" };
  const { preview } = await tell(admin, "previewPack", file, "preview { digest }");
  await tell(admin, "loadPack", { ...file, digest: preview.digest }, "pack { version }");
};
