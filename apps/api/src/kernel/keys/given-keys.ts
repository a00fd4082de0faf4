/** Keys that the environment gives, as text or as the name of a file of the platform's: such a key is not looked for in KEYS_DIR. */
import { createPrivateKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { ConfigError } from "../config-error.js";

/** What each key is called: by its file in KEYS_DIR, and in the environment. */
export const KEY_NAMES = {
  "pair-pepper": "ACCORD_KEY_PAIR_PEPPER",
  "encryption-key": "ACCORD_KEY_ENCRYPTION",
  "cookie-key": "ACCORD_KEY_COOKIE",
  "receipt-key.pem": "ACCORD_KEY_RECEIPT",
  "provider-jwks.json": "ACCORD_KEY_PROVIDER_JWKS",
} as const;
export type KeyName = keyof typeof KEY_NAMES;

/** A key as text, or where it stands. */
export type GivenKey = { readonly text: string } | { readonly file: string };
export type GivenKeys = Readonly<Partial<Record<KeyName, GivenKey>>>;

/** The content of a key that is given. Throws ConfigError with the name to blame where it is no such key. */
export const readGiven = (name: KeyName, given: GivenKey): string => {
  const variable = `${KEY_NAMES[name]}${"file" in given ? "_FILE" : ""}`;
  // A line break cannot be written everywhere an environment is.
  const content = "file" in given ? readFrom(given.file, variable) : given.text.replaceAll("\\n", "\n");
  if (!isKey(name, content)) throw new ConfigError(`${variable} is no such key: it must hold ${FORMS[name]}`);
  return content.trim();
};

const readFrom = (file: string, variable: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigError(`${variable} ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
};

const FORMS: Readonly<Record<KeyName, string>> = {
  "pair-pepper": "32 bytes in base64",
  "encryption-key": "32 bytes in base64",
  "cookie-key": "32 characters or more",
  "receipt-key.pem": "an Ed25519 private key in PEM",
  "provider-jwks.json": "a set of private keys as JSON (JWKS)",
};

const isKey = (name: KeyName, content: string): boolean => {
  try {
    switch (name) {
      case "cookie-key":
        return content.trim().length >= 32;
      case "receipt-key.pem":
        return createPrivateKey(content).asymmetricKeyType === "ed25519";
      case "provider-jwks.json":
        return Array.isArray((JSON.parse(content) as { keys?: unknown }).keys);
      default:
        return (
          Buffer.from(content.trim(), "base64").toString("base64") === content.trim() && content.trim().length === 44
        );
    }
  } catch {
    return false;
  }
};
