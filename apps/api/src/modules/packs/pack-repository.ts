/** The packs of the database with their contents: what holds, or would hold, on a day (F57). */
import { type PackKind, packsInForce } from "@accord/domain";
import type { ReadStores } from "../../kernel/db/index.js";
import { knownContent } from "./known-contents.js";
import type { PackContents } from "./shapes.js";
import { type PackFacts, packStore } from "./storage/pack.store.js";

/** A pack that is not loaded yet, among those that are. */
export interface Candidate {
  readonly kind: PackKind;
  readonly effectiveOn: string;
  readonly content: PackContents[PackKind];
}

export interface PackRepository {
  readonly facts: readonly PackFacts[];
  /** What holds on a day, by the clock alone. */
  contentsOn(day: string, candidate?: Candidate): Promise<Partial<PackContents>>;
  contentOf(pack: Pick<PackFacts, "kind" | "version" | "digest">): Promise<PackContents[PackKind]>;
}

/** Loaded packs were read with care once: their text is only parsed. */
export const openPackRepository = async (stores: ReadStores): Promise<PackRepository> => {
  const packs = stores.of(packStore);
  const facts = await packs.list();
  const contentOf: PackRepository["contentOf"] = ({ kind, version, digest }) =>
    knownContent(kind, digest, async () => (await packs.content(kind, version)) ?? "");
  const contentsOn: PackRepository["contentsOn"] = async (day, candidate) => {
    const dated = facts.map((pack) => ({ ...pack, candidate: false }));
    const { kind, effectiveOn } = candidate ?? { kind: null, effectiveOn: "" };
    const all =
      kind === null
        ? dated
        : [...dated, { kind, version: Number.MAX_SAFE_INTEGER, digest: "", effectiveOn, candidate: true }];
    const contents: Partial<Record<PackKind, unknown>> = {};
    for (const [which, pack] of packsInForce(all, day))
      contents[which] = pack.candidate ? candidate?.content : await contentOf(pack);
    return contents as Partial<PackContents>;
  };
  return { facts, contentsOn, contentOf };
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
