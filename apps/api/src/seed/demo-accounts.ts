/** The people of the demo world as accounts, under the keys their sign-in at the embedded provider gives them. */
import { type Account, accountKindFromClaims, type Profile, type StaffRole } from "@accord/domain";
import type { WriteStores } from "../kernel/db/index.js";
import {
  accountStore,
  claimsOf,
  loadPersonas,
  partnerTenantStore,
  personaPartnerTenants,
} from "../modules/identity/module.js";
import { type DemoWorld, installPacks, type PackContext, tenantsText } from "../modules/packs/module.js";

const STAFF_ROLE = { engineer: "ENGINEER", lead: "LEAD", administrator: "ADMINISTRATOR" } as const satisfies Record<
  string,
  StaffRole
>;
const HOME = {
  ro: { country: "RO", timeZone: "Europe/Bucharest" },
  en: { country: "US", timeZone: "America/New_York" },
} as const;

export type DemoAccounts = ReadonlyMap<string, Account>;

/** Makes (or refreshes) the accounts and the table of partner tenants; returns the accounts by their key in the data. */
export const seedAccounts = async (tx: WriteStores, world: DemoWorld, ground: PackContext): Promise<DemoAccounts> => {
  const at = ground.now;
  const tenants = new Set([...(await tx.of(partnerTenantStore).all()), ...personaPartnerTenants()]);
  await installPacks(tx, [{ kind: "PARTNER_TENANTS", text: tenantsText([...tenants]) }], ground);
  const personas = new Map(loadPersonas().map((persona) => [persona.id, persona]));
  const accounts = new Map<string, Account>();
  for (const person of world.users) {
    const persona = personas.get(person.id);
    if (persona === undefined) throw new Error(`no persona ${person.id}`);
    // Microsoft's claims are keyed by tenant and object: the issuer plays no part.
    const { key, ...facts } = accountKindFromClaims(
      { iss: persona.tenantId, sub: persona.id, ...claimsOf(persona) },
      tenants,
    );
    const { account } = await tx.of(accountStore).upsertFromIdentity({ ...facts, ...key }, at);
    if (person.profileComplete) await tx.of(accountStore).saveProfile(account.id, profileOf(person, world), at);
    if (person.role !== "customer") await tx.of(accountStore).setRoles(account.id, [STAFF_ROLE[person.role]], at);
    accounts.set(person.id, account);
  }
  return accounts;
};

const profileOf = (person: DemoWorld["users"][number], world: DemoWorld): Profile => {
  const home = world.companies.find((company) => company.id === person.company) ?? HOME[person.language];
  return {
    country: home.country,
    timeZone: home.timeZone,
    language: person.language,
    phone: null,
    preferredContactMethod: "EMAIL",
  };
};
