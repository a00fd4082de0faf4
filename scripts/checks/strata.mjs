// The strata of each app, lowest first, and what the imports between them break: those that run up, and circles.
import { edgesOf } from "./read-imports.mjs";
import { isTest } from "./sources.mjs";

/**
 * A file stands in the stratum that names the longest beginning of its path; "" is the rest. It may import its own stratum and
 * those below. Types count, for who reads a file reads them, and so do lazy imports: an app's lazy import of a page runs
 * down like any other. What has not moved into `kernel/` and `modules/` yet stands where it will stand, so that a mere move
 * makes no number rise.
 */
const STRATA = {
  "apps/api": [
    {
      name: "kernel",
      why: "the kernel knows no noun",
      paths: [
        "kernel/",
        ...["storage/", "graphql/", "http/", "tables/", "context.ts", "clock.ts", "limits.ts", "keys.ts", "log.ts"],
        ...["admit-try.ts", "audit-heads.ts", "file-modes.ts", "refusal-tally.ts", "server-lock.ts"],
        ...[
          "storage/stores/audit.store.ts",
          "storage/stores/idempotency.store.ts",
          "storage/stores/rate-counter.store.ts",
        ],
        ...["storage/tables/audit.table.ts", "storage/tables/audit-detail.table.ts", "storage/tables/columns.ts"],
        ...["storage/tables/idempotency.table.ts", "storage/tables/rate-counter.table.ts"],
        "storage/verify/audit-chain.ts",
        ...["types/connection.type.ts", "types/enumeration.ts", "types/key-argument.ts", "types/page-arguments.ts"],
      ],
    },
    {
      name: "nouns",
      why: "a noun knows no feature of before and no start",
      paths: [
        "modules/",
        ...["adapters/", "packs/", "types/", "shop.ts", "deadline-after.ts"],
        ...["storage/stores/", "storage/tables/", "storage/migrations/", "storage/verify/"],
      ],
    },
    { name: "features", why: "a use case knows nothing of the start", paths: ["features/"] },
    // Start, command line, seeds and the list of modules: all may be imported here.
    { name: "app", paths: ["", "modules/modules.ts"] },
  ],
  "apps/web": [
    { name: "ui", why: "what is drawn knows no data and no noun", paths: ["ui/", "messages/"] },
    { name: "lib", why: "what every feature uses knows no feature", paths: ["lib/"] },
    { name: "features", why: "a feature is opened by the app and does not know it", paths: ["features/"] },
    { name: "app", paths: [""] },
  ],
};

/** The stratum of `path` in its app and how high it stands, or null outside the apps. */
export function stratumOf(path) {
  const app = Object.keys(STRATA).find((folder) => path.startsWith(`${folder}/src/`));
  if (app === undefined) return null;
  const rest = path.slice(`${app}/src/`.length);
  const named = STRATA[app].flatMap(({ paths, ...stratum }, height) =>
    paths.filter((start) => rest.startsWith(start)).map((start) => ({ ...stratum, height, length: start.length })),
  );
  return named.reduce((longest, each) => (each.length > longest.length ? each : longest));
}

/** The imports inside each of `folders` that count: of what is built, not of its tests. */
export const builtEdges = (root, folder) =>
  edgesOf(root, [`${folder}/src`]).filter(({ path, file }) => file !== null && file !== path && !isTest(path));

/** Imports of `edges` from a lower stratum into a higher one, each with the reason why not. */
export function findUpward(edges) {
  const pairs = new Map(edges.map(({ path, file }) => [`${path} ${file}`, { path, file }]));
  return [...pairs.values()].flatMap(({ path, file }) => {
    const [own, other] = [stratumOf(path), stratumOf(file)];
    if (own === null || other === null || other.height <= own.height) return [];
    return [{ path, file, why: `${own.name} → ${other.name}: ${own.why}` }];
  });
}

/** Files of `edges` that reach themselves, and the imports among them that make it so. */
export function findCircles(edges) {
  const circleOf = new Map(circlesAmong(edges).flatMap((circle) => circle.map((path) => [path, circle])));
  const within = edges.filter(({ path, file }) => circleOf.has(path) && circleOf.get(path) === circleOf.get(file));
  return {
    files: [...circleOf.keys()],
    imports: within.map(({ path, file }) => ({
      path,
      file,
      why: `leads back here, a circle of ${circleOf.get(path).length} files`,
    })),
  };
}

/** Tarjan's strongly connected components of more than one file. */
function circlesAmong(edges) {
  const graph = new Map(edges.map(({ path }) => [path, []]));
  for (const { path, file } of edges) graph.get(path).push(file);
  const [place, lowest, open, circles] = [new Map(), new Map(), [], []];
  const visit = (path) => {
    place.set(path, place.size);
    lowest.set(path, place.get(path));
    open.push(path);
    for (const file of graph.get(path) ?? []) {
      if (!place.has(file)) visit(file);
      // What has left the stack is a component of its own.
      if (open.includes(file)) lowest.set(path, Math.min(lowest.get(path), lowest.get(file)));
    }
    if (lowest.get(path) !== place.get(path)) return;
    const component = open.splice(open.indexOf(path));
    if (component.length > 1) circles.push(component);
  };
  for (const path of graph.keys()) if (!place.has(path)) visit(path);
  return circles;
}
