/** An OpenID Connect issuer that is not ours: a certified server on a port of its own, anybody signs in by a name. */
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Provider } from "oidc-provider";
import { generate } from "selfsigned";
import { freePort } from "./test-server.js";

export interface Issuer {
  /** What the portal is told of it, its certificate included. */
  readonly env: Readonly<
    Record<"OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "NODE_EXTRA_CA_CERTS", string>
  >;
  stop(): Promise<void>;
}

const CLIENT = { id: "accord", secret: "a-secret-that-only-the-two-servers-know" };
/** Microsoft's tenant of personal accounts, and one of a company. */
const PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
const COMPANY = "7d1f3a52-93c0-4a3e-9d4f-0c6e5b1a2f33";

/** Names that begin with `personal.` have a personal account; everybody has `<name>@people.example`, proven. */
const claimsOf = (name: string) => {
  const [, givenName = "", familyName = ""] = /(?:personal\.)?(\w+)\.(\w+)/.exec(name) ?? [];
  return {
    sub: name,
    tid: name.startsWith("personal.") ? PERSONAL : COMPANY,
    oid: name,
    name: `${givenName} ${familyName}`,
    given_name: givenName,
    family_name: familyName,
    email: `${name}@people.example`,
    email_verified: true,
    xms_edov: true,
  };
};

/** Its people sign in for the portal at `portal`. */
export const startIssuer = async (portal: string): Promise<Issuer> => {
  const port = await freePort();
  const issuer = `https://localhost:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${portal}/auth/callback`],
        post_logout_redirect_uris: [`${portal}/sign-in`],
      },
    ],
    cookies: { keys: ["of-a-test"] },
    claims: {
      openid: ["sub", "tid", "oid", "xms_edov"],
      profile: ["name", "given_name", "family_name"],
      email: ["email", "email_verified"],
    },
    conformIdTokenClaims: false,
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => claimsOf(id) }),
  });
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }], {
    algorithm: "sha256",
    extensions: [
      { name: "basicConstraints", cA: true },
      { name: "subjectAltName", altNames: [{ type: 2, value: "localhost" }] },
    ],
  });
  const folder = mkdtempSync(join(tmpdir(), "accord-issuer-"));
  const certificate = join(folder, "certificate.pem");
  writeFileSync(certificate, cert);
  const server = createServer({ key, cert }, provider.callback());
  server.listen(port);
  await once(server, "listening");
  return {
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      NODE_EXTRA_CA_CERTS: certificate,
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
