// What a browser loads: the first page's JavaScript with the bell at most 260 kB gzipped; the page of a request at most 60 kB more, the flow 90.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const KB = 1000;
const FIRST_PAGE = {
  name: "the first page",
  most: 260 * KB,
  route: /src\/features\/(requests\/requests-page|notices\/notices-bell)\./,
};
const REQUEST = {
  name: "a request, beyond the first page",
  most: 60 * KB,
  route: /src\/features\/requests\/(?!requests-page\.)/,
};
const FLOW = { name: "the flow, beyond the first page", most: 90 * KB, route: /src\/features\/new-request\// };

/** The chunk of `key` and all it loads at once. */
function closureOf(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key]?.imports ?? []) closureOf(manifest, next, found);
  return found;
}

const union = (manifest, keys) => keys.reduce((all, key) => closureOf(manifest, key, all), new Set());

export function checkBundle(root) {
  const dist = join(root, "apps/web/dist");
  const path = join(dist, ".vite/manifest.json");
  if (!existsSync(path))
    return ["apps/web/dist/.vite/manifest.json is missing: build first (build.manifest in vite.config.ts)"];
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const keys = Object.keys(manifest);
  // Other pages, such as the explorer, are no part of the portal's first one.
  const entries = keys.filter((key) => manifest[key].isEntry && (manifest[key].src ?? key) === "index.html");
  const lazyOf = (route) => keys.filter((key) => manifest[key].isDynamicEntry && route.test(manifest[key].src ?? key));
  const first = union(manifest, [...entries, ...lazyOf(FIRST_PAGE.route)]);
  const beyond = (route) => [...union(manifest, lazyOf(route))].filter((key) => !first.has(key));
  const size = (chunks) =>
    chunks
      .map((key) => manifest[key].file)
      .filter((file) => file.endsWith(".js"))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);
  return [
    ...(entries.length === 0 ? ["apps/web/dist: the manifest names no entry"] : []),
    ...judge(FIRST_PAGE, size([...first])),
    ...judge(REQUEST, size(beyond(REQUEST.route))),
    ...judge(FLOW, size(beyond(FLOW.route))),
  ];
}

function judge({ name, most }, bytes) {
  const shown = `${(bytes / KB).toFixed(1)} kB gzipped`;
  return bytes > most ? [`apps/web: ${name} loads ${shown}, at most ${most / KB} kB`] : [];
}
