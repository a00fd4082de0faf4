/** Every version of every kind with where it stands, and the file of what holds (F57). */

import { dayAt, PACK_KINDS, type PackKind, packName, packsInForce, type TimeZoneName } from "@accord/domain";
import type { ReadStores } from "../../../kernel/db/index.js";
import { isTable, type PackFacts, type PackState, packStore } from "../../packs/module.js";

export interface ListedPack extends PackFacts {
  /** For the cursors of a list. */
  readonly id: string;
  readonly state: PackState;
}

/** By kind; of a kind the latest day first. */
export const listPacks = async (stores: ReadStores, now: number, zone: TimeZoneName): Promise<ListedPack[]> => {
  const packs = stores.of(packStore);
  const facts = await packs.list();
  const inForce = await packs.inForce();
  const today = dayAt(now, zone);
  const wanted = packsInForce(facts, today);
  const stateOf = ({ kind, version, effectiveOn }: PackFacts): PackState => {
    if (inForce.get(kind) === version) return "IN_FORCE";
    if (effectiveOn > today) return "PLANNED";
    return wanted.get(kind)?.version === version ? "HELD_BACK" : "PAST";
  };
  return facts
    .map((pack) => ({ ...pack, id: `${pack.kind}.${pack.version}`, state: stateOf(pack) }))
    .sort(
      (a, b) =>
        PACK_KINDS.indexOf(a.kind) - PACK_KINDS.indexOf(b.kind) ||
        b.effectiveOn.localeCompare(a.effectiveOn) ||
        b.version - a.version,
    );
};

export interface PackExport {
  readonly kind: PackKind;
  readonly version: number;
  readonly text: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** The file of what holds, to the letter; null where nothing was ever loaded. */
export const exportPack = async (stores: ReadStores, kind: PackKind): Promise<PackExport | null> => {
  const packs = stores.of(packStore);
  const version = (await packs.inForce()).get(kind);
  const text = version === undefined ? null : await packs.content(kind, version);
  if (version === undefined || text === null) return null;
  const isSheet = kind === "PARTNER_TENANTS" && isTable(text);
  return {
    kind,
    version,
    text,
    fileName: `${packName(kind)}.${isSheet ? "csv" : "json"}`,
    mediaType: isSheet ? "text/csv" : "application/json",
  };
};
