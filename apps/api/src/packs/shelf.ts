/** The packs of the database with their contents: what holds, or would hold, on a day (F57). */
import { type PackKind, packsInForce } from "@accord/domain";
import type { PackFacts, ReadStores } from "../storage/index.js";
import { type PackContents, SHAPES } from "./shapes.js";
import { isCsv, readTenantsCsv } from "./tenants-csv.js";

/** A pack that is not loaded yet, among those that are. */
export interface Candidate {
  readonly kind: PackKind;
  readonly effectiveOn: string;
  readonly content: PackContents[PackKind];
}

export interface Shelf {
  readonly facts: readonly PackFacts[];
  /** What holds on a day, by the clock alone. */
  contentsOn(day: string, candidate?: Candidate): Promise<Partial<PackContents>>;
  contentOf(pack: Pick<PackFacts, "kind" | "version">): Promise<PackContents[PackKind]>;
}

/** Loaded packs were read with care once: their text is only parsed. */
export const openShelf = async ({ packs }: Pick<ReadStores, "packs">): Promise<Shelf> => {
  const facts = await packs.list();
  const known = new Map<string, PackContents[PackKind]>();
  const contentOf: Shelf["contentOf"] = async ({ kind, version }) => {
    const key = `${kind} ${version}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const content = SHAPES[kind].parse(parseContent(kind, (await packs.content(kind, version)) ?? ""));
    known.set(key, content);
    return content;
  };
  const contentsOn: Shelf["contentsOn"] = async (day, candidate) => {
    const dated = facts.map(({ kind, version, effectiveOn }) => ({ kind, version, effectiveOn, candidate: false }));
    const { kind, effectiveOn } = candidate ?? { kind: null, effectiveOn: "" };
    const all =
      kind === null ? dated : [...dated, { kind, version: Number.MAX_SAFE_INTEGER, effectiveOn, candidate: true }];
    const contents: Partial<Record<PackKind, unknown>> = {};
    for (const [which, pack] of packsInForce(all, day))
      contents[which] = pack.candidate ? candidate?.content : await contentOf(pack);
    return contents as Partial<PackContents>;
  };
  return { facts, contentsOn, contentOf };
};

const parseContent = (kind: PackKind, text: string): unknown => {
  const bare = text.replace(/^\uFEFF/, "");
  if (kind !== "PARTNER_TENANTS" || !isCsv(bare)) return JSON.parse(bare);
  const read = readTenantsCsv(bare);
  if (!read.ok) throw new Error("a loaded pack of partner tenants cannot be read");
  return read.value.value;
};

/** Slugs and codes a pack defines: what may be in use elsewhere. */
export const definedBy = (packs: Partial<PackContents>): ReadonlySet<string> =>
  new Set([
    ...(packs.PROGRAMMES ?? []).map(({ slug }) => slug),
    ...(packs.PRODUCTS ?? []).flatMap(({ slug, versions }) => [slug, ...versions.map((version) => version.slug)]),
    ...(packs.REGIONS?.countries ?? []).map(({ code }) => code),
  ]);

/** Which days from `day` on see another set of packs. */
export const changeDays = (facts: readonly PackFacts[], day: string): string[] =>
  [...new Set([day, ...facts.map(({ effectiveOn }) => effectiveOn).filter((other) => other > day)])].sort();
