// The lock file installs everywhere: complete, with integrity, without hosts, for Node 20.20, above the known advisories.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { read } from "./sources.mjs";
import { compareVersions, satisfies } from "./versions.mjs";

const FLOOR_OF_NODE = "20.20.0";
/** Oldest version without a known hole (docs/dependencies.md). */
const ADVISORY_FLOOR = {
  "@apollo/server": "5.5.0",
  typeorm: "0.3.31",
  sqlite3: "6.0.1",
  nodemailer: "10.0.5",
  dompurify: "3.4.16",
  multer: "2.2.0",
};

const nameOf = (path) => path.split("node_modules/").at(-1);

export function checkLockfile(root) {
  const entries = Object.entries(JSON.parse(read(root, "package-lock.json")).packages).filter(([path]) =>
    path.includes("node_modules/"),
  );
  const names = new Set(entries.map(([path]) => nameOf(path)));
  return [
    ...entries.filter(([, entry]) => !entry.link).flatMap(([path, entry]) => judge(path, entry, names)),
    ...undocumented(root),
  ];
}

function judge(path, entry, names) {
  const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => !names.has(name));
  const floor = ADVISORY_FLOOR[nameOf(path)];
  const engine = entry.engines?.node;
  return [
    ...missing.map((name) => `${path}: the optional package ${name} has no entry`),
    ...(/^https?:/.test(entry.resolved ?? "") ? [`${path}: records a download address`] : []),
    ...(entry.integrity || entry.inBundle ? [] : [`${path}: has no integrity`]),
    ...(engine && !satisfies(FLOOR_OF_NODE, engine) ? [`${path}: refuses Node ${FLOOR_OF_NODE} (${engine})`] : []),
    ...(floor && compareVersions(entry.version, floor) < 0
      ? [`${path}: ${entry.version} is below the advisory floor ${floor}`]
      : []),
  ];
}

/** Every direct dependency has its line in docs/dependencies.md, and an exact version. */
function undocumented(root) {
  const manifests = [
    "package.json",
    ...["apps/api", "apps/web", "packages/domain", "packages/schema", "tests", "benches"].map(
      (f) => `${f}/package.json`,
    ),
  ];
  const text = existsSync(join(root, "docs/dependencies.md")) ? read(root, "docs/dependencies.md") : "";
  const direct = manifests
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) => {
      const { dependencies = {}, devDependencies = {} } = JSON.parse(read(root, path));
      return Object.entries({ ...dependencies, ...devDependencies }).map(([name, version]) => ({
        path,
        name,
        version,
      }));
    });
  return direct
    .filter(({ name }) => !name.startsWith("@accord/"))
    .flatMap(({ path, name, version }) => [
      ...(/^\d/.test(version) ? [] : [`${path}: ${name} is not pinned (${version})`]),
      ...(text.includes(`\`${name}\``) ? [] : [`docs/dependencies.md: nothing on ${name}`]),
    ]);
}
