/** A file of a pack, judged whole: by itself, among the packs it will hold with, and against what is in use (F57-F59). */
import { dayAt, type PackKind, type PackProblem, type TimeZoneName } from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import { findErrorsOfUse } from "./find-errors-of-use.js";
import { findErrorsTogether } from "./find-errors-together.js";
import { sha256 } from "./known-contents.js";
import type { PackError } from "./pack-error.js";
import { type Candidate, changeDays, definedBy, openPackRepository } from "./pack-repository.js";
import { readPack } from "./read-pack.js";
import type { PackContents } from "./shapes.js";
import type { PackFacts } from "./storage/pack.store.js";
import { findTeamErrors } from "./teams.js";

export interface PackFile {
  readonly kind: PackKind;
  readonly text: string;
  /** Null: today. */
  readonly effectiveOn: string | null;
}

export interface PackContext {
  readonly now: number;
  /** Zone whose days packs take effect on (`ENTITLEMENT_TZ`). */
  readonly zone: TimeZoneName;
}

/** A file nothing stands against. */
export interface ValidPack extends Candidate {
  /** SHA-256 of the text. */
  readonly contentDigest: string;
  /** Of this file, this day and everything that is loaded: changes when any of it does. */
  readonly digest: string;
  /** The file says to the letter what would hold on that day anyway. */
  readonly isUnchanged: boolean;
  readonly before: Partial<PackContents>;
  readonly after: Partial<PackContents>;
}

export type Validation =
  | { readonly ok: true; readonly value: ValidPack }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

export const validatePack = async (stores: ReadStores, file: PackFile, ground: PackContext): Promise<Validation> => {
  const { kind, text } = file;
  const today = dayAt(ground.now, ground.zone);
  const effectiveOn = file.effectiveOn ?? today;
  if (effectiveOn < today)
    return { ok: false, problems: [{ code: "DAY_PAST", line: 1, path: "", params: { value: effectiveOn } }] };
  const read = readPack(kind, text);
  if (!read.ok) return read;
  const { content, locate } = read.value;
  const candidate = { kind, effectiveOn, content };
  const shelf = await openPackRepository(stores);
  const before = await shelf.contentsOn(effectiveOn);
  const faults: PackError[] = [];
  for (const day of changeDays(shelf.facts, effectiveOn)) {
    const together = findErrorsTogether(kind, await shelf.contentsOn(day, candidate));
    // What is wrong on a later day too is told once.
    for (const fault of together) if (!faults.some((known) => isSame(known, fault))) faults.push(fault);
  }
  faults.push(...(await findErrorsOfUse(stores, kind, content, { now: ground.now, known: definedBy(before) })));
  if (kind === "TEAMS") faults.push(...(await findTeamErrors(content as PackContents["TEAMS"], stores)));
  if (faults.length > 0) return { ok: false, problems: locate(faults) };
  const contentDigest = sha256(text);
  return {
    ok: true,
    value: {
      ...candidate,
      contentDigest,
      digest: sha256([kind, contentDigest, effectiveOn, ...shelf.facts.map(lineOf)].join("\n")),
      isUnchanged: isThere(shelf.facts, kind, effectiveOn, contentDigest),
      before,
      after: await shelf.contentsOn(effectiveOn, candidate),
    },
  };
};

const isSame = (a: PackError, b: PackError): boolean => JSON.stringify(a) === JSON.stringify(b);

const lineOf = ({ kind, version, digest, effectiveOn }: PackFacts): string =>
  `${kind} ${version} ${digest} ${effectiveOn}`;

const isThere = (facts: readonly PackFacts[], kind: PackKind, day: string, digest: string): boolean => {
  const latest = facts
    .filter((pack) => pack.kind === kind && pack.effectiveOn <= day)
    .sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn) || a.version - b.version)
    .at(-1);
  return latest?.digest === digest;
};
