/** Everybody the embedded provider knows: the personas, and new people, who are remembered by kind and address. */
import { createHash } from "node:crypto";
import { normaliseEmail, z } from "@accord/domain";
import type { Database } from "../../../kernel/db/index.js";
import { oidcModelStore } from "../storage/oidc-model.store.js";
import { PERSONAL_TENANT, type Person, type Persona, type PersonKind, personaTenantId } from "./personas.js";

export interface People {
  readonly personas: readonly Persona[];
  byId(id: string): Promise<Person | null>;
  /** Remembers somebody new, or finds who signed in with this kind and address before; names and proof follow the form. */
  remember(form: NewPerson): Promise<Person>;
}

/** The form “sign in as somebody new”. */
export const newPersonSchema = z.object({
  givenName: z.string().trim().min(1).max(80),
  // People with one name sign in as well.
  familyName: z.string().trim().max(80),
  email: z
    .string()
    .trim()
    .refine((text) => normaliseEmail(text) !== null),
  kind: z.enum(["personal", "work", "partner"]),
  isEmailProven: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

const MODEL = "Person";

export const createPeople = (personas: readonly Persona[], db: Database): People => ({
  personas,
  byId: async (id) => {
    const persona = personas.find((each) => each.id === id);
    if (persona !== undefined) return persona;
    const stored = await db.read.of(oidcModelStore).find(MODEL, id);
    return stored === null ? null : (stored.payload as unknown as Person);
  },
  remember: async (form) => {
    const address = normaliseEmail(form.email) ?? form.email;
    const id = `p-${createHash("sha256").update(`${form.kind}:${address}`).digest("base64url").slice(0, 22)}`;
    const person: Person = { ...form, id, tenantId: tenantOf(form.kind, address, personas) };
    const record = {
      model: MODEL,
      id,
      payload: { ...person },
      grantId: null,
      uid: null,
      userCode: null,
      expiresAt: null,
    };
    await db.transaction("remember person", (tx) => tx.of(oidcModelStore).upsert(record));
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
