/** Everybody the embedded provider knows: the personas, and new people, who are remembered by kind and address. */
import { createHash } from "node:crypto";
import { z } from "@accord/domain";
import type { Clock } from "../../clock.js";
import { PERSONAL_TENANT, type Person, type PersonKind, type Persona, personaTenantId } from "./personas.js";
import type { ProviderStore } from "./provider-adapter.js";

export interface People {
  readonly personas: readonly Persona[];
  byId(id: string): Promise<Person | null>;
  /** Remembers somebody new, or finds who signed in with this kind and address before; names and proof follow the form. */
  remember(form: NewPerson): Promise<Person>;
}

/** The form “sign in as somebody new”. */
export const newPersonSchema = z.object({
  givenName: z.string().trim().min(1).max(80),
  familyName: z.string().trim().min(1).max(80),
  email: z.string().trim().max(254).pipe(z.email()),
  kind: z.enum(["personal", "work", "partner"]),
  isEmailProven: z.literal("on").optional().transform((value) => value === "on"),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

const MODEL = "Person";

export const createPeople = (personas: readonly Persona[], store: ProviderStore, clock: Clock): People => ({
  personas,
  byId: async (id) => {
    const persona = personas.find((each) => each.id === id);
    if (persona !== undefined) return persona;
    return (await store.find(MODEL, id, clock.now())) as Person | null;
  },
  remember: async (form) => {
    const address = form.email.toLowerCase();
    const id = `p-${createHash("sha256").update(`${form.kind}:${address}`).digest("base64url").slice(0, 22)}`;
    const person: Person = { ...form, id, email: form.email, tenantId: tenantOf(form.kind, address, personas) };
    await store.upsert(MODEL, id, { payload: { ...person }, grantId: null, uid: null, userCode: null, expiresAt: null });
    return person;
  },
});

/** A new colleague joins the directory of the address's domain, never the directory of a demo company. */
const tenantOf = (kind: PersonKind, address: string, personas: readonly Persona[]): string => {
  if (kind === "personal") return PERSONAL_TENANT;
  const partner = personas.find((persona) => persona.kind === "partner");
  if (kind === "partner" && partner !== undefined) return partner.tenantId;
  return personaTenantId(`domain:${address.split("@")[1] ?? ""}`);
};
