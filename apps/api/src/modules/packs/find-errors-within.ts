/** What is wrong with a pack by itself: a slug twice, an end before its start, a name that the same file does not explain (F57, F59). */
import type { PackKind } from "@accord/domain";
import type { Path } from "../../kernel/text/positioned-json.js";
import type { PackError } from "./pack-error.js";
import type { PackContents } from "./shapes.js";

type Lines = (path: Path) => number;
type Check<Kind extends PackKind> = (content: PackContents[Kind], lineOf: Lines) => PackError[];

/** Each of `items` under its key; the second of two is a fault that names the line of the first. */
const repeats = (items: readonly { readonly key: string; readonly path: Path }[], lineOf: Lines): PackError[] => {
  const known = new Map<string, Path>();
  return items.flatMap(({ key, path }): PackError[] => {
    const first = known.get(key);
    if (first !== undefined) return [{ code: "REPEATED", path, params: { value: key, first: lineOf(first) } }];
    known.set(key, path);
    return [];
  });
};

const keyed = <Item, Name extends string & keyof Item>(items: readonly Item[], name: Name, at: Path = []) =>
  items.map((item, place) => ({ key: String(item[name]), path: [...at, place, name] }));

const ordered = (at: Path, days: readonly (readonly [name: string, day: string | null | undefined])[]): PackError[] => {
  const faults: PackError[] = [];
  let start: string | null = null;
  for (const [name, day] of days) {
    if (!day) continue;
    if (start !== null && day < start)
      faults.push({ code: "ENDS_BEFORE_START", path: [...at, name], params: { start, end: day } });
    else start = day;
  }
  return faults;
};

const CHECKS: { readonly [Kind in PackKind]: Check<Kind> } = {
  PROGRAMMES: (programmes, lineOf) => repeats(keyed(programmes, "slug"), lineOf),
  PRODUCTS: (products, lineOf) => {
    const versions = products.flatMap((product, place) => keyed(product.versions, "slug", [place, "versions"]));
    const known = new Set(versions.map(({ key }) => key));
    return [
      ...repeats(keyed(products, "slug"), lineOf),
      ...repeats(versions, lineOf),
      ...products.flatMap((product, place) =>
        product.versions.flatMap((version, rank): PackError[] => {
          const at = [place, "versions", rank];
          const { released, mainstreamEnd, extendedEnd, hostVersion } = version;
          const days = ordered(at, [
            ["released", released],
            ["mainstreamEnd", mainstreamEnd],
            ["extendedEnd", extendedEnd],
          ]);
          return hostVersion === undefined || known.has(hostVersion)
            ? days
            : [
                ...days,
                { code: "NOT_THERE", path: [...at, "hostVersion"], params: { what: "VERSION", value: hostVersion } },
              ];
        }),
      ),
    ];
  },
  TOPICS: (topics, lineOf) => [
    ...repeats(keyed(topics, "family"), lineOf),
    ...topics.flatMap((topic, place) => [
      ...repeats(keyed(topic.categories, "slug", [place, "categories"]), lineOf),
      ...topic.categories.flatMap((category, at) =>
        repeats(keyed(category.problems, "slug", [place, "categories", at, "problems"]), lineOf),
      ),
    ]),
  ],
  PORTALS: (portals, lineOf) => repeats(keyed(portals, "slug"), lineOf),
  REGIONS: ({ regions, countries }, lineOf) => {
    const slugs = new Set(regions.map(({ slug }) => slug));
    return [
      ...repeats(keyed(regions, "slug", ["regions"]), lineOf),
      ...repeats(keyed(countries, "code", ["countries"]), lineOf),
      ...regions.flatMap(({ businessHours: hours }, place): PackError[] =>
        hours === null || hours.start < hours.end
          ? []
          : [{ code: "ENDS_BEFORE_START", path: ["regions", place, "businessHours"], params: hours }],
      ),
      ...countries.flatMap((country, place): PackError[] => {
        const { region, defaultTimeZone: zone, timeZones } = country;
        const at = ["countries", place];
        const faults: PackError[] = [];
        if (!slugs.has(region))
          faults.push({ code: "NOT_THERE", path: [...at, "region"], params: { what: "REGION", value: region } });
        if (zone !== null && !timeZones.includes(zone))
          faults.push({ code: "NOT_THERE", path: [...at, "defaultTimeZone"], params: { what: "ZONE", value: zone } });
        return faults;
      }),
    ];
  },
  TEAMS: ({ teams, routing }, lineOf) => {
    const ids = new Set(teams.map(({ id }) => id));
    return [
      ...repeats(keyed(teams, "id", ["teams"]), lineOf),
      ...teams.flatMap((team, place) =>
        team.onCall.flatMap(({ member }, shift): PackError[] =>
          team.members.includes(member)
            ? []
            : [
                {
                  code: "NOT_THERE",
                  path: ["teams", place, "onCall", shift, "member"],
                  params: { what: "MEMBER", value: member },
                },
              ],
        ),
      ),
      ...routing.flatMap(({ team }, place): PackError[] =>
        ids.has(team)
          ? []
          : [{ code: "NOT_THERE", path: ["routing", place, "team"], params: { what: "TEAM", value: team } }],
      ),
    ];
  },
  PARTNER_TENANTS: ({ tenants }, lineOf) => repeats(keyed(tenants, "tenantId", ["tenants"]), lineOf),
  TAXES: ({ taxes }, lineOf) => repeats(keyed(taxes, "country", ["taxes"]), lineOf),
};

export const findErrorsWithin = <Kind extends PackKind>(
  kind: Kind,
  content: PackContents[Kind],
  lineOf: Lines,
): PackError[] => CHECKS[kind](content, lineOf);
