/** Loads a pack: its next version is kept, and put in force where its day has come; all in the caller's unit (F57, F58). */
import { accept, dayAt, type PackKind, type PackProblem, type Result, refuse } from "@accord/domain";
import { auditStore } from "../../kernel/audit/audit.store.js";
import type { WriteStores } from "../../kernel/db/index.js";
import { sha256 } from "./known-contents.js";
import { putInForce } from "./put-in-force.js";
import { type PackFacts, packStore } from "./storage/pack.store.js";
import { type PackContext, type PackFile, type ValidPack, validatePack } from "./validate-pack.js";

export interface LoadCommand extends PackFile {
  /** What the preview said; null: nobody looked (the command line, which shows no preview). */
  readonly digest: string | null;
  /** Null: the command line. */
  readonly actorId: string | null;
}

export interface Loaded {
  readonly pack: PackFacts;
  /** False: it was there already. */
  readonly isNew: boolean;
}

export const notValid = (problems: readonly PackProblem[]) =>
  refuse("PACK_NOT_VALID", ["text"], {
    reason: "PROBLEMS",
    count: problems.length,
    line: problems[0]?.line ?? 1,
  });

export const updatePack = async (
  tx: WriteStores,
  command: LoadCommand,
  ground: PackContext,
): Promise<Result<Loaded, "PACK_NOT_VALID">> => {
  await tx.of(packStore).lock();
  const examination = await validatePack(tx, command, ground);
  if (!examination.ok) return notValid(examination.problems);
  const { digest, isUnchanged } = examination.value;
  if (command.digest !== null && command.digest !== digest)
    return refuse("PACK_NOT_VALID", ["digest"], { reason: "CHANGED", count: 0, line: 0 });
  const facts = await tx.of(packStore).list();
  if (isUnchanged) {
    const found = latestOf(facts, command.kind, examination.value.contentDigest);
    if (found !== undefined) return accept({ pack: found, isNew: false });
  }
  return accept({ pack: await add(tx, command, examination.value, ground), isNew: true });
};

const latestOf = (facts: readonly PackFacts[], kind: PackKind, digest: string): PackFacts | undefined =>
  facts.filter((pack) => pack.kind === kind && pack.digest === digest).at(-1);

const add = async (
  tx: WriteStores,
  { kind, text, actorId }: LoadCommand,
  { contentDigest, effectiveOn }: ValidPack,
  ground: PackContext,
): Promise<PackFacts> => {
  const version =
    Math.max(0, ...(await tx.of(packStore).list()).filter((one) => one.kind === kind).map((one) => one.version)) + 1;
  const pack = { kind, version, digest: contentDigest, effectiveOn, loadedAt: ground.now, loadedBy: actorId };
  await tx.of(packStore).add({ ...pack, content: text });
  const details = { version, digest: contentDigest, effectiveOn };
  await tx.of(auditStore).append({ actorId, action: "pack.load", objectId: kind, details, at: ground.now });
  await putInForce(tx, { ...ground, examined: [kind] });
  return pack;
};

/** Packs the program itself brings: the reference data, and what an older database held. Nothing is examined. */
export const installPacks = async (
  tx: WriteStores,
  files: readonly { readonly kind: PackKind; readonly text: string }[],
  ground: PackContext,
): Promise<boolean> => {
  const facts = await tx.of(packStore).list();
  const inForce = await tx.of(packStore).inForce();
  let isAnyNew = false;
  for (const { kind, text } of files) {
    const own = facts.filter((pack) => pack.kind === kind);
    const digest = sha256(text);
    if (own.some((pack) => pack.version === inForce.get(kind) && pack.digest === digest)) continue;
    const version = Math.max(0, ...own.map((pack) => pack.version)) + 1;
    const effectiveOn = dayAt(ground.now, ground.zone);
    await tx
      .of(packStore)
      .add({ kind, version, digest, effectiveOn, content: text, loadedAt: ground.now, loadedBy: null });
    isAnyNew = true;
  }
  if (isAnyNew) await putInForce(tx, { ...ground, examined: files.map(({ kind }) => kind) });
  return isAnyNew;
};
