/** Typed, prefixed, time-ordered ids (contract.md: `pln_…`, `req_…`): UUIDv7 written as a TypeID; their order as text is their order in time. */
import { randomFillSync } from "node:crypto";
import type { EpochMs } from "@accord/domain";
import { TypeID } from "typeid-js";

export const ID_PREFIXES = {
  account: "acc",
  session: "ses",
  token: "tok",
  plan: "pln",
  ledgerEntry: "led",
  request: "req",
  contact: "con",
  timelineEntry: "evt",
  draft: "drf",
  message: "msg",
  notice: "ntc",
  savedView: "vue",
  cannedReply: "can",
  splitProposal: "spl",
  invitation: "inv",
  accessAsk: "ask",
  addressConfirmation: "adc",
  attachment: "att",
  activationLink: "act",
  agreementImport: "imp",
  packUpload: "pku",
  paymentMethod: "pmt",
  cardSetup: "cst",
  purchase: "pur",
  helpOutcome: "hlp",
} as const;
export type IdPrefix = (typeof ID_PREFIXES)[keyof typeof ID_PREFIXES];

/** The instant at which an id of ours sorts: when it was made. */
export const instantOfId = (id: string): EpochMs => Buffer.from(TypeID.fromString(id).toUUIDBytes()).readUIntBE(0, 6);

/** Random bytes drawn together: a call for each id costs more than all the rest of it. Every byte is used once. */
const pool = Buffer.alloc(4096);
let used = pool.length;

const takeRandom = (size: number): Buffer => {
  if (used + size > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + size));
  used += size;
  return bytes;
};

/** Where counting stands in the instants used last: ids of other instants made in between do not start it anew. */
const sequences = new Map<EpochMs, number>();
const REMEMBERED = 64;

/** Counting starts anew. For suites: thousands of ids of one and the same instant overflow into the next, which a running clock leaves no time for. */
export const forgetInstants = (): void => sequences.clear();

const nextIn = (at: EpochMs): number => {
  const known = sequences.get(at);
  const next = known === undefined ? (takeRandom(2).readUInt16BE() & 0x3ff) + 1 : known + 1;
  sequences.set(at, next);
  if (known !== undefined || sequences.size <= REMEMBERED) return next;
  const [oldest] = sequences.keys();
  if (oldest !== undefined) sequences.delete(oldest);
  return next;
};

/**
 * A new id that sorts at instant `at` (epoch ms), after every id made in the same millisecond by this process.
 * 62 random bits: an id is a name, never a secret.
 */
export const newId = (prefix: IdPrefix, at: EpochMs): string => {
  const sequence = nextIn(at);
  const bytes = takeRandom(16);
  // The 12 bits beside the version count within a millisecond; what overflows borrows from the next one.
  bytes.writeUIntBE(at + Math.floor(sequence / 4096), 0, 6);
  bytes.writeUInt16BE(0x7000 | (sequence % 4096), 6);
  bytes.writeUInt8(0x80 | ((bytes[8] ?? 0) & 0x3f), 8);
  return TypeID.fromUUIDBytes(prefix, bytes).toString();
};
