/** Personal access tokens: `accord_pat_<43 base62>_<checksum>`, shown once; only the SHA-256 is kept (contract.md, Machine access). */
import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "accord_pat_";
const FORM = /^accord_pat_([0-9A-Za-z]{43})_([0-9A-Za-z]{6})$/;
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** A new token of 256 random bits, with its hash. */
export const newAccessToken = (random: Uint8Array = randomBytes(32)): { token: string; hash: string } => {
  const secret = base62(BigInt(`0x${Buffer.from(random).toString("hex")}`), 43);
  const token = `${PREFIX}${secret}_${checksum(secret)}`;
  return { token, hash: hashSecret(token) };
};

/** True for text that has the form and the checksum of a token: spares the database a look at typing mistakes. */
export const isWellFormedToken = (text: string): boolean => {
  const [, secret, sum] = FORM.exec(text) ?? [];
  return secret !== undefined && sum === checksum(secret);
};

/** What the database keeps of a secret of ours: SHA-256, base64url. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("base64url");

const checksum = (secret: string): string => base62(BigInt(crc32(`${PREFIX}${secret}`)), 6);

const base62 = (value: bigint, length: number): string => {
  let text = "";
  for (let rest = value; rest > 0n; rest /= 62n) text = (DIGITS[Number(rest % 62n)] ?? "") + text;
  return text.padStart(length, "0");
};
