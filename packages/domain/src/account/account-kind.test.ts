import { describe, expect, it } from "vitest";
import { accountKindFromClaims, type IdentityClaims, PERSONAL_TENANT_ID } from "./account-kind.js";

const PARTNER = "6e4b8c2a-0000-4000-8000-000000000001";
const CUSTOMER = "11111111-2222-4333-8444-555555555555";
const partners = new Set([PARTNER]);
const entra = (tid: string, more: Record<string, unknown> = {}): IdentityClaims => ({
  iss: `https://login.microsoftonline.com/${tid}/v2.0`,
  sub: "pairwise-subject",
  tid,
  oid: "0B1E0B1E-0000-4000-8000-00000000AB12",
  name: "Ana Maria Ionescu",
  preferred_username: "Ana.Ionescu@Carpatia.Example",
  ...more,
});
const other = (more: Record<string, unknown> = {}): IdentityClaims => ({
  iss: "https://idp.example",
  sub: "42",
  ...more,
});
const judge = (claims: IdentityClaims) => accountKindFromClaims(claims, partners);

describe("R49: the kind of account comes from the claims of the sign-in", () => {
  it("R49: the consumer tenant is a personal account", () => {
    expect(judge(entra(PERSONAL_TENANT_ID)).kind).toBe("PERSONAL");
    expect(judge(entra(PERSONAL_TENANT_ID.toUpperCase())).kind).toBe("PERSONAL");
  });
  it("R49: another tenant is a work account, a tenant on the partner list a partner account", () => {
    expect(judge(entra(CUSTOMER)).kind).toBe("WORK");
    expect(judge(entra(PARTNER)).kind).toBe("PARTNER");
  });
  it.each([
    [{ acct: 1 }],
    [{ acct: "1" }],
    [{ idp: "live.com" }],
    [{ idp: `https://sts.windows.net/${PERSONAL_TENANT_ID}/` }],
  ])("R49: a guest of a directory is a work account of its own: %o", (more) => {
    expect(judge(entra(CUSTOMER, more))).toMatchObject({ kind: "WORK", isGuest: true });
    expect(judge(entra(PARTNER, more))).toMatchObject({ kind: "WORK", isGuest: true });
  });
  it("R49: a member whose idp names its own tenant is no guest", () => {
    expect(judge(entra(PARTNER, { acct: 0, idp: `https://sts.windows.net/${PARTNER}/` }))).toMatchObject({
      kind: "PARTNER",
      isGuest: false,
    });
  });
  it("R49: without a tenant it is a work account unless account_kind says personal or partner", () => {
    expect(judge(other()).kind).toBe("WORK");
    expect(judge(other({ account_kind: "personal" })).kind).toBe("PERSONAL");
    expect(judge(other({ account_kind: "partner" })).kind).toBe("PARTNER");
    expect(judge(other({ account_kind: "administrator" })).kind).toBe("WORK");
  });
  it("R49: account_kind never overrules a tenant", () => {
    expect(judge(entra(CUSTOMER, { account_kind: "personal" })).kind).toBe("WORK");
  });
});

describe("R49: the key of an account", () => {
  it("R49: is (tid, oid) in lower case for Microsoft's claims, else (iss, sub); an address is never part of it", () => {
    expect(judge(entra(CUSTOMER)).key).toEqual({ issuer: CUSTOMER, subject: "0b1e0b1e-0000-4000-8000-00000000ab12" });
    expect(judge(other({ email: "a@b.example" })).key).toEqual({ issuer: "https://idp.example", subject: "42" });
  });
});

describe("R89: a proven address", () => {
  it.each([true, 1, "1", "true"])("R89: xms_edov %j proves the address of a Microsoft sign-in", (xms_edov) => {
    expect(judge(entra(CUSTOMER, { email: "ana@carpatia.example", xms_edov })).isEmailProven).toBe(true);
  });
  it.each([undefined, false, 0, "0", "false", "yes", {}])("R88: xms_edov %j proves nothing", (xms_edov) => {
    expect(
      judge(entra(CUSTOMER, { email: "ana@carpatia.example", email_verified: true, xms_edov })).isEmailProven,
    ).toBe(false);
  });
  it("R89: another issuer proves it with email_verified true, and nothing else", () => {
    expect(judge(other({ email: "a@b.example", email_verified: true })).isEmailProven).toBe(true);
    expect(judge(other({ email: "a@b.example", email_verified: "true" })).isEmailProven).toBe(false);
    expect(judge(other({ email: "a@b.example", xms_edov: true })).isEmailProven).toBe(false);
  });
  it("R88: preferred_username is shown but never proven", () => {
    expect(judge(entra(CUSTOMER, { xms_edov: true }))).toMatchObject({
      email: "ana.ionescu@carpatia.example",
      isEmailProven: false,
    });
  });
  it("R88: a list of addresses is no address", () => {
    expect(judge(other({ email: "a@x.example,b@y.example", email_verified: true }))).toMatchObject({
      email: "",
      isEmailProven: false,
    });
  });
});

describe("R53: names come from the sign-in account", () => {
  it("R53: from given_name and family_name, else from name", () => {
    expect(judge(other({ given_name: "Ana", family_name: "Ionescu", name: "x y" }))).toMatchObject({
      givenName: "Ana",
      familyName: "Ionescu",
    });
    expect(judge(entra(CUSTOMER))).toMatchObject({
      givenName: "Ana Maria Ionescu",
      familyName: "",
      isNameStated: false,
    });
    expect(judge(other({ name: "Popescu, Ana-Maria (Extern)" }))).toMatchObject({
      givenName: "Ana-Maria",
      familyName: "Popescu",
      isNameStated: false,
    });
    expect(judge(other({ given_name: "Suharto" }))).toMatchObject({ familyName: "", isNameStated: true });
    expect(judge(other({ name: "Plato" }))).toMatchObject({ givenName: "Plato", familyName: "" });
    expect(judge(other({ email: "radu@x.example" }))).toMatchObject({ givenName: "radu", familyName: "" });
  });
  it("R53, K8: a name with control characters is made readable as any text is, a long one is cut at 100 characters", () => {
    expect(judge(other({ given_name: "A\u0000na", name: "Ana Pop" }))).toMatchObject({ givenName: "A\u2400na" });
    expect(judge(other({ given_name: "\u001b[31mAna\u001b[0m", family_name: "Pop\nIonescu" }))).toMatchObject({
      givenName: "Ana",
      familyName: "Pop Ionescu",
    });
    expect(judge(other({ given_name: "\u001b[0m", name: "Ana" }))).toMatchObject({ givenName: "Ana" });
    expect(judge(other({ given_name: "ă".repeat(300) })).givenName).toHaveLength(100);
  });
});
