// What crosses the wire for a page, as it was compressed at build: scripts at most 25 and 260 kB for the sign-in page and for the first page; what a request or the flow needs beyond.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const KB = 1000;
const ENCODINGS = [
  { name: "gzip", ending: ".gz" },
  { name: "brotli", ending: ".br" },
];
/** Below this a file is sent as it is. */
const SMALL = 1024;
const SCRIPTS = 25;
const FRAME = /^(index\.html|src\/messages\/ro\.ts)$/;
const FIRST = /^src\/(features\/(requests\/requests-page|notices\/notices-bell)\.tsx|lib\/live-socket\.ts)$/;
const PAGES = [
  { name: "the sign-in page", parts: [FRAME, /sign-in-page\.tsx$/], most: 260 * KB },
  { name: "the first page", parts: [FRAME, FIRST], most: 260 * KB },
  {
    name: "a request, beyond the first page",
    parts: [/requests\/(?!requests-page)/],
    beyond: [FRAME, FIRST],
    most: 60 * KB,
  },
  {
    name: "the flow, beyond the first page",
    parts: [/features\/new-request\//],
    beyond: [FRAME, FIRST],
    most: 90 * KB,
  },
];

/** The chunk of `key` and all it loads at once. */
function closureOf(manifest, key, found = new Set()) {
  if (found.has(key)) return found;
  found.add(key);
  for (const next of manifest[key]?.imports ?? []) closureOf(manifest, next, found);
  return found;
}

/** The scripts of the entries and dynamic entries one of `parts` names. */
function scriptsOf(manifest, parts) {
  const keys = Object.keys(manifest).filter(
    (key) =>
      (manifest[key].isEntry || manifest[key].isDynamicEntry) &&
      parts.some((part) => part.test(manifest[key].src ?? key)),
  );
  const all = keys.reduce((found, key) => closureOf(manifest, key, found), new Set());
  return new Set([...all].map((key) => manifest[key]?.file).filter((file) => file?.endsWith(".js")));
}

/** @returns one line for each page that is too heavy, and for each file that would be sent as it is */
export function checkBundle(root) {
  const dist = join(root, "apps/web/dist");
  const path = join(dist, ".vite/manifest.json");
  if (!existsSync(path))
    return ["apps/web/dist/.vite/manifest.json is missing: build first (build.manifest in vite.config.ts)"];
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  const files = new Set(
    Object.values(manifest)
      .flatMap(({ file, css = [] }) => [file, ...css])
      .filter((file) => /\.(js|css)$/.test(file) && statSync(join(dist, file)).size >= SMALL),
  );
  const plain = [...files].flatMap((file) =>
    ENCODINGS.filter(({ ending }) => !existsSync(join(dist, file + ending))).map(
      ({ name }) => `apps/web/dist/${file} is not there as ${name}: it would be sent as it is`,
    ),
  );
  const sizeOf = (file, ending) =>
    statSync(join(dist, existsSync(join(dist, file + ending)) ? file + ending : file)).size;
  return [...plain, ...PAGES.flatMap((page) => judge(page, manifest, sizeOf))];
}

function judge({ name, parts, beyond = [], most }, manifest, sizeOf) {
  const known = beyond.length > 0 ? scriptsOf(manifest, beyond) : new Set();
  const scripts = [...scriptsOf(manifest, parts)].filter((file) => !known.has(file));
  const tooMany =
    scripts.length > SCRIPTS ? [`apps/web: ${name} loads ${scripts.length} scripts, at most ${SCRIPTS}`] : [];
  const tooHeavy = ENCODINGS.flatMap((encoding) => {
    const bytes = scripts.reduce((sum, file) => sum + sizeOf(file, encoding.ending), 0);
    const shown = `${(bytes / KB).toFixed(1)} kB (${encoding.name})`;
    return bytes > most ? [`apps/web: ${name} loads ${shown}, at most ${most / KB} kB`] : [];
  });
  return [...(scripts.length === 0 ? [`apps/web/dist: nothing is loaded for ${name}`] : []), ...tooMany, ...tooHeavy];
}
