/** What in a text looks like a secret: pointed out to whoever writes it, before it is sent; a hint, never a refusal. */
import { cardNumbers, type FoundPart } from "./card-numbers.js";
import { isSpokenPassword, isWrittenPassword } from "./password-words.js";

export type SecretKind = "PASSWORD" | "PRIVATE_KEY" | "ACCESS_KEY" | "TOKEN" | "CARD_NUMBER";

export interface FoundSecret {
  readonly kind: SecretKind;
  /** Of the first character, counted from 1. */
  readonly line: number;
  /** What to take out: from here, up to before `end`. */
  readonly start: number;
  readonly end: number;
}

/** What stands for something that was taken out. */
export const MASK = "•••";

/** With `d`: where the group `secret` stands. Every repetition is bounded or ends at one character: long logs are read in one go. */
interface Sign {
  readonly kind: SecretKind;
  readonly pattern: RegExp;
  readonly isSecret?: (secret: string, text: string, end: number) => boolean;
}

const VALUE = String.raw`(?<secret>[^\s"'<>;,•]{4,200})`;
const PASSWORD = "(?:password|passwd|passphrase|pwd|parol[aă])";
const KEY =
  "(?:api[_-]?key|(?:account|secret|shared[_-]?access|access)[_-]?key|client[_-]?secret|(?:access|refresh|auth|bearer)[_-]?token)";
const AFTER_NAME = String.raw`(?![\p{L}\p{N}])["']?[ \t]{0,5}(?:=>|[:=])[ \t]{0,5}["']?`;

const isKey = (secret: string): boolean => secret.length >= 16 && /\d/.test(secret) && /[A-Za-z]/.test(secret);

const SIGNS: readonly Sign[] = [
  {
    kind: "PRIVATE_KEY",
    pattern:
      /(?<secret>-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:(?!-----END )[\s\S])*(?:-----END (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----)?)/dg,
  },
  // Amazon, GitHub, GitLab, Slack, Stripe, Google, npm, this portal: forms that nothing else has.
  {
    kind: "ACCESS_KEY",
    pattern:
      /(?<![\w-])(?<secret>(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{40,255}|glpat-[\w-]{20,64}|xox[abeprs]-[A-Za-z0-9-]{16,255}|[sr]k_live_[A-Za-z0-9]{16,255}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|accord_pat_[A-Za-z0-9]{43}_[A-Za-z0-9]{6})(?![\w-])/dg,
  },
  { kind: "TOKEN", pattern: /(?<![\w-])(?<secret>eyJ[\w-]{8,4000}\.eyJ[\w-]{4,8000}\.[\w-]{8,2000})(?![\w-])/dg },
  {
    kind: "TOKEN",
    pattern: /(?:Bearer|Authorization:[ \t]{1,5}(?:Basic|Token))[ \t]{1,5}(?<secret>[\w.~+/-]{16,4000}={0,2})/dgi,
    isSecret: (secret) => /[\dA-Z]/.test(secret),
  },
  { kind: "ACCESS_KEY", pattern: new RegExp(`${KEY}${AFTER_NAME}${VALUE}`, "dgiu"), isSecret: isKey },
  // A password in an address: `postgres://app:secret@db/accord`.
  {
    kind: "PASSWORD",
    pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@"'<>]{0,100}:(?<secret>[^\s/@"'<>•]{3,200})@/dgi,
    isSecret: (secret) => isWrittenPassword(secret, true),
  },
  {
    kind: "PASSWORD",
    pattern: new RegExp(`${PASSWORD}${AFTER_NAME}${VALUE}`, "dgiu"),
    isSecret: (secret, text, end) => isWrittenPassword(secret, isLast(text, end)),
  },
  {
    kind: "PASSWORD",
    pattern: new RegExp(`<(?:[\\w-]{1,20}:)?${PASSWORD}>${VALUE}</`, "dgiu"),
    isSecret: (secret) => isWrittenPassword(secret, true),
  },
  {
    kind: "PASSWORD",
    pattern: new RegExp(`(?:--?${PASSWORD}|${PASSWORD}[ \\t]{1,5}(?:is|este|e))[ \\t]{1,5}["']?${VALUE}`, "dgiu"),
    isSecret: isSpokenPassword,
  },
];

/** Nothing but the end of a sentence follows on the line: words after it would make it a sentence about a password. */
const isLast = (text: string, end: number): boolean =>
  /^["']?[ \t]*(?:[;,)}\]<\r\n]|$)/.test(text.slice(end, end + 40));

/** Everything that looks like a secret, from the first on; what lies within another is left out. */
export const findSecrets = (text: string): readonly FoundSecret[] => {
  const found = [
    ...SIGNS.flatMap((sign) => partsOf(sign, text).map((part) => ({ ...part, kind: sign.kind }))),
    ...cardNumbers(text).map((part) => ({ ...part, kind: "CARD_NUMBER" as const })),
  ].sort((a, b) => a.start - b.start || b.text.length - a.text.length);
  const secrets: FoundSecret[] = [];
  let line = 1;
  let counted = 0;
  let past = 0;
  for (const { kind, start, text: part } of found) {
    if (start < past) continue;
    for (; counted < start; counted += 1) if (text[counted] === "\n") line += 1;
    past = start + part.length;
    secrets.push({ kind, line, start, end: past });
  }
  return secrets;
};

const partsOf = ({ pattern, isSecret }: Sign, text: string): readonly FoundPart[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const [start, end] = match.indices?.groups?.secret ?? [0, 0];
    const secret = text.slice(start, end);
    return isSecret === undefined || isSecret(secret, text, end) ? [{ start, text: secret }] : [];
  });

/** The text with these taken out; what is around them stays to the letter. */
export const maskSecrets = (text: string, secrets: readonly Pick<FoundSecret, "start" | "end">[]): string => {
  const kept = secrets.map(({ start }, place) => text.slice(secrets[place - 1]?.end ?? 0, start));
  return [...kept, text.slice(secrets.at(-1)?.end ?? 0)].join(MASK);
};
