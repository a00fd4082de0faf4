/** What is wrong between packs that hold together: a name that no other pack explains, on either side of the one looked at (F57, F59). */
import type { PackKind } from "@accord/domain";
import type { Path } from "../../kernel/text/positioned-json.js";
import type { PackError } from "./pack-error.js";
import type { PackContents } from "./shapes.js";

/** One mention of something another pack defines. */
interface Mention {
  readonly by: PackKind;
  readonly of: PackKind;
  readonly what: "PORTAL" | "TOPIC" | "PRODUCT" | "COUNTRY" | "REGION";
  readonly value: string;
  readonly path: Path;
}

const mentionsIn = (packs: Partial<PackContents>): Mention[] => [
  ...(packs.PRODUCTS ?? []).flatMap((product, place): Mention[] => [
    { by: "PRODUCTS", of: "PORTALS", what: "PORTAL", value: product.portal, path: [place, "portal"] },
    { by: "PRODUCTS", of: "TOPICS", what: "TOPIC", value: product.family, path: [place, "family"] },
  ]),
  ...(packs.PROGRAMMES ?? []).flatMap((programme, place) =>
    programme.phaseOverrides.flatMap(({ products }, override) =>
      products.map(
        (value, at): Mention => ({
          by: "PROGRAMMES",
          of: "PRODUCTS",
          what: "PRODUCT",
          value,
          path: [place, "phaseOverrides", override, "products", at],
        }),
      ),
    ),
  ),
  ...(packs.TAXES?.taxes ?? []).map(
    (tax, place): Mention => ({
      by: "TAXES",
      of: "REGIONS",
      what: "COUNTRY",
      value: tax.country,
      path: ["taxes", place, "country"],
    }),
  ),
  ...(packs.TEAMS?.routing ?? []).flatMap((row, place): Mention[] => [
    ...(row.countries ?? []).map(
      (value, at): Mention => ({
        by: "TEAMS",
        of: "REGIONS",
        what: "COUNTRY",
        value,
        path: ["routing", place, "countries", at],
      }),
    ),
    ...(row.regions ?? []).map(
      (value, at): Mention => ({
        by: "TEAMS",
        of: "REGIONS",
        what: "REGION",
        value,
        path: ["routing", place, "regions", at],
      }),
    ),
  ]),
];

const definedIn = (packs: Partial<PackContents>): Readonly<Record<Mention["what"], ReadonlySet<string>>> => ({
  PORTAL: new Set(packs.PORTALS?.map(({ slug }) => slug)),
  TOPIC: new Set(packs.TOPICS?.map(({ family }) => family)),
  PRODUCT: new Set(packs.PRODUCTS?.map(({ slug }) => slug)),
  COUNTRY: new Set(packs.REGIONS?.countries.map(({ code }) => code)),
  REGION: new Set(packs.REGIONS?.regions.map(({ slug }) => slug)),
});

/** Of a pack of `kind` among those it holds with: what it names and is not there, and what it lacks and others name. */
export const findErrorsTogether = (kind: PackKind, packs: Partial<PackContents>): PackError[] => {
  const defined = definedIn(packs);
  const broken = mentionsIn(packs).filter(({ what, value }) => !defined[what].has(value));
  const own = broken
    .filter(({ by }) => by === kind)
    .map(({ what, value, path }): PackError => ({ code: "NOT_THERE", path, params: { what, value } }));
  const lacking = new Map<string, number>();
  for (const { by, of, value } of broken)
    if (of === kind && by !== kind) lacking.set(value, (lacking.get(value) ?? 0) + 1);
  const missed = [...lacking].map(
    ([value, count]): PackError => ({ code: "IN_USE", path: [], params: { value, count, usedBy: "ENTRIES" } }),
  );
  return [...own, ...missed];
};
