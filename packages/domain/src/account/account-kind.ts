/** What the claims of a sign-in say about the person: one pure function for every OpenID Connect issuer (R49, F2). */
import { makeReadable } from "../shared/readable-text.js";
import type { AccountKind } from "./account.js";
import { normaliseEmail } from "./email.js";
import { type PersonName, splitName } from "./person-name.js";

/** The tenant under which Microsoft keeps every personal account. */
export const PERSONAL_TENANT_ID = "9188040d-6c67-4c5b-b112-36a304b66dad";

export interface IdentityClaims {
  readonly iss: string;
  readonly sub: string;
  readonly [claim: string]: unknown;
}

export interface Identity {
  readonly kind: AccountKind;
  readonly isGuest: boolean;
  /** Lower case; empty when the issuer names no address. A display attribute, never a key. */
  readonly email: string;
  readonly isEmailProven: boolean;
  readonly givenName: string;
  readonly familyName: string;
  /** True when the issuer told given and family name apart: then they are not ours to correct. */
  readonly isNameStated: boolean;
  /** Key of the account: (tid, oid) for Microsoft's claims, else (iss, sub). */
  readonly key: { readonly issuer: string; readonly subject: string };
}

/** Decides kind, guest state, key, names and whether the address is proven. `partnerTenants` holds lower-case tenant ids. */
export const accountKindFromClaims = (claims: IdentityClaims, partnerTenants: ReadonlySet<string>): Identity => {
  const tenant = textClaim(claims, "tid")?.toLowerCase() ?? null;
  const object = textClaim(claims, "oid")?.toLowerCase() ?? null;
  const isGuest = tenant !== null && tenant !== PERSONAL_TENANT_ID && isGuestOf(claims, tenant);
  const stated = normaliseEmail(textClaim(claims, "email") ?? "");
  const shown = stated ?? normaliseEmail(textClaim(claims, "preferred_username") ?? "") ?? "";
  return {
    kind: tenant === null ? kindWithoutTenant(claims) : kindOfTenant(tenant, isGuest, partnerTenants),
    isGuest,
    email: shown,
    isEmailProven: stated !== null && isAddressAsserted(claims, tenant !== null),
    ...namesOf(claims, shown),
    key:
      tenant !== null && object !== null
        ? { issuer: tenant, subject: object }
        : { issuer: claims.iss, subject: claims.sub },
  };
};

const kindOfTenant = (tenant: string, isGuest: boolean, partnerTenants: ReadonlySet<string>): AccountKind => {
  if (tenant === PERSONAL_TENANT_ID) return "PERSONAL";
  return !isGuest && partnerTenants.has(tenant) ? "PARTNER" : "WORK";
};

const kindWithoutTenant = (claims: IdentityClaims): AccountKind => {
  const kind = claims.account_kind;
  return kind === "personal" ? "PERSONAL" : kind === "partner" ? "PARTNER" : "WORK";
};

/** A guest comes from another directory: `acct` is 1, or `idp` names another issuer than this tenant. */
const isGuestOf = (claims: IdentityClaims, tenant: string): boolean => {
  if (claims.acct === 1 || claims.acct === "1") return true;
  const provider = textClaim(claims, "idp");
  // Both of a tenant's own issuer forms (v1 and v2) contain its id.
  return provider !== null && provider !== claims.iss && !provider.toLowerCase().includes(tenant);
};

/** Any directory's administrator can write any address: only the issuer's word that its owner verified it counts. */
const isAddressAsserted = (claims: IdentityClaims, isMicrosoft: boolean): boolean => {
  if (!isMicrosoft) return claims.email_verified === true;
  const verified = claims.xms_edov;
  return verified === true || verified === 1 || verified === "1" || verified === "true";
};

const namesOf = (claims: IdentityClaims, email: string): PersonName & Pick<Identity, "isNameStated"> => {
  const given = nameClaim(claims, "given_name");
  const family = nameClaim(claims, "family_name");
  if (given !== null || family !== null)
    return { givenName: given ?? "", familyName: family ?? "", isNameStated: true };
  return { ...splitName(nameClaim(claims, "name") ?? email.split("@")[0] ?? ""), isNameStated: false };
};

const textClaim = (claims: IdentityClaims, name: string): string | null => {
  const value = claims[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};

/** A name is made readable as any other text; one of nothing but spaces is none. */
const nameClaim = (claims: IdentityClaims, name: string): string | null => {
  const text = textClaim(claims, name);
  const readable = text === null ? "" : makeReadable(text, false).trim();
  return readable === "" ? null : [...readable].slice(0, 100).join("");
};
