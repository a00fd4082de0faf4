// Import rules of the rooms (docs/architecture.md): a table, the rules below it, no list of features.
import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { edgesOf } from "./read-imports.mjs";
import { isTest, packageOf, ROOM_FOLDERS, read } from "./sources.mjs";
import { stratumOf } from "./strata.mjs";

/** What each room may import: other rooms by their index, and packages (null: those its package.json declares). */
const ROOMS = [
  { name: "domain", folder: "packages/domain", rooms: [], packages: ["zod", "temporal-polyfill", "punycode.js"] },
  { name: "schema", folder: "packages/schema", rooms: [], packages: ["graphql", "@graphql-typed-document-node/core"] },
  { name: "api", folder: "apps/api", rooms: ["@accord/domain"], packages: null },
  { name: "web", folder: "apps/web", rooms: ["@accord/domain", "@accord/schema"], packages: null },
];
/** The one file of the domain that may open each of its packages. */
const DOORS = {
  zod: "packages/domain/src/shared/validation.ts",
  "temporal-polyfill": "packages/domain/src/shared/calendar.ts",
  "punycode.js": "packages/domain/src/shared/idna.ts",
};
const SQL_PACKAGES = new Set(["typeorm", "sqlite3", "pg", "better-sqlite3"]);
/** Where SQL is known: the engines, and what each module keeps. */
const STORAGE_FOLDER = /^apps\/api\/src\/(?:kernel|history|modules\/[^/]+\/storage)\//;
const FACES = ["module.ts", "graphql.ts"];
const MODULE = /^apps\/api\/src\/modules\/([^/]+)\//;
/** Which modules each module may import, by the face; a row is a decision. */
const MODULE_EDGES = {
  identity: ["drafts"],
  catalogue: ["identity"],
  files: ["identity"],
  help: ["catalogue", "drafts", "identity"],
  agreements: ["catalogue", "help", "identity", "references"],
  requests: ["agreements", "catalogue", "drafts", "files", "help", "identity", "references", "teams"],
  invitations: ["identity", "requests"],
  purchases: ["agreements", "catalogue", "drafts", "identity", "references"],
  desk: ["agreements", "catalogue", "files", "identity", "requests", "teams"],
  notices: ["catalogue", "files", "identity", "requests"],
  packs: ["agreements", "catalogue", "desk", "drafts", "identity", "teams"],
  administration: ["agreements", "catalogue", "desk", "identity", "packs", "requests"],
  mail: [
    ...["agreements", "catalogue", "files", "help", "identity"],
    ...["invitations", "notices", "purchases", "requests", "teams"],
  ],
};
const FEATURE = /^apps\/web\/src\/features\/([^/]+)\//;
/** Which features each feature of the SPA may open, by the face; a row is a decision, and no circle comes of them. */
const FEATURE_EDGES = {
  start: ["catalogue"],
  agreements: ["catalogue", "purchases"],
  requests: ["files"],
  "new-request": ["catalogue", "files", "help", "purchases"],
  desk: ["requests", "files", "help"],
};
/** May import any room, but a module by its face like everybody. */
const OUTSIDE = ["tests", "benches/src"];
const TEST_FOLDERS = ["tests/support/"];
/** What a package publishes beside its index (its `exports`). */
const PUBLISHED = new Set(["@accord/schema/examples", "@accord/schema/schema.graphql"]);

/** Every import rule over the rooms of `root`; one line per violation. */
export function checkImports(root) {
  const edges = edgesOf(root, ROOM_FOLDERS).map((edge) => ({ ...edge, room: roomOf(edge.path) }));
  const problems = edges.flatMap((edge) => RULES.flatMap((rule) => say(edge, rule(edge, root))));
  const fromOutside = edgesOf(root, OUTSIDE).flatMap((edge) => say(edge, moduleThroughItsFace(edge)));
  return [...new Set([...problems, ...fromOutside])];
}

const roomOf = (path) => ROOMS.find((room) => path.startsWith(`${room.folder}/`));

const say = (edge, problem) => (problem ? [`${edge.path}: ${problem} (${edge.target})`] : []);

/** What to do about a rule: the file to edit. */
const REMEDIES = {
  "modules-look-down": "import from a module below, or add a row to MODULE_EDGES in scripts/checks/imports.mjs",
  "module-through-its-face": "export it from module.ts (types of the schema: graphql.ts) of that module",
  "features-are-strangers": "move it to lib or ui, or add a row to FEATURE_EDGES in scripts/checks/imports.mjs",
  "feature-through-its-face": "export it from index.ts of that feature",
  "typeorm-only-in-storage": "move it to the storage/ folder of its module",
  "domain-is-pure": "let apps/api do it and hand the domain the value",
  "ui-knows-no-feature": "take it as a property, or move the component to its feature",
};

/** A problem with what to do about it, where a rule says so. */
export const withRemedy = (problem) => {
  const remedy = REMEDIES[/: ([\w-]+) \(/.exec(problem)?.[1]];
  return remedy === undefined ? problem : `${problem}: ${remedy}`;
};

const RULES = [
  staysInRoom,
  domainIsPure,
  typeormOnlyInStorage,
  featuresAreStrangers,
  featureThroughItsFace,
  moduleThroughItsFace,
  modulesLookDown,
  uiKnowsNoFeature,
];

/** room:*: other rooms only through their index and only where the table allows it; packages only when declared. */
function staysInRoom({ path, target, room }, root) {
  if (target.startsWith(".")) {
    const file = posix.join(dirname(path), target);
    const isOutside = !file.startsWith(`${room.folder}/`);
    const isAllowed = isTest(path) && TEST_FOLDERS.some((folder) => file.startsWith(folder));
    return isOutside && !isAllowed ? `room:${room.name} leaves its room` : null;
  }
  if (target.startsWith("@accord/")) {
    if (isTest(path) && packageOf(target) === `@accord/${room.name}`) return null;
    if (!room.rooms.includes(packageOf(target))) return `room:${room.name} may not import this room`;
    return target === packageOf(target) || PUBLISHED.has(target.replace(/\?\w+$/, ""))
      ? null
      : `room:${room.name} reaches past an index`;
  }
  if (target.startsWith("node:") || isTest(path)) return null;
  if (room.packages)
    return room.packages.includes(packageOf(target)) ? null : `room:${room.name} may not import this package`;
  return declared(root, room.folder, path).has(packageOf(target))
    ? null
    : `room:${room.name} does not declare this package`;
}

/** What only tests and previews open. */
const HELPERS = /^apps\/web\/(preview\/|src\/app\/test-setup\.ts$|src\/.*\/testing\/)/;

/** `npm start` installs no devDependencies. */
function declared(root, folder, file) {
  const path = `${folder}/package.json`;
  if (!existsSync(join(root, path))) return new Set();
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(root, path));
  return new Set(Object.keys(HELPERS.test(file) ? { ...dependencies, ...devDependencies } : dependencies));
}

/** domain-is-pure: no node:, and its two packages each through one file. */
function domainIsPure({ path, target, room }) {
  if (room.name !== "domain" || isTest(path) || target.startsWith(".")) return null;
  const door = DOORS[packageOf(target)];
  return door === path ? null : "domain-is-pure";
}

function typeormOnlyInStorage({ path, target }) {
  if (!path.startsWith("apps/api/src/") || STORAGE_FOLDER.test(path) || isTest(path)) return null;
  return SQL_PACKAGES.has(packageOf(target)) ? "typeorm-only-in-storage" : null;
}

/** features-are-strangers: what stands below features/<x>/ imports no features/<y>/ but by the table. */
function featuresAreStrangers({ path, file }) {
  const [own, other] = [path, file ?? ""].map((each) => FEATURE.exec(each)?.[1]);
  if (!own || !other || own === other) return null;
  return FEATURE_EDGES[own]?.includes(other) ? null : "features-are-strangers";
}

/** feature-through-its-face: a feature of the SPA opens another by its index alone; types count. */
function featureThroughItsFace({ path, file }) {
  const [own, other] = [path, file ?? ""].map((each) => FEATURE.exec(each)?.[1]);
  if (!own || !other || own === other) return null;
  return /\/features\/[^/]+\/index\.tsx?$/.test(file) ? null : "feature-through-its-face";
}

/** module-through-its-face: from outside, module.ts, and graphql.ts for the types of its schema; types count, and so do tests elsewhere. */
function moduleThroughItsFace({ path, file }) {
  const other = MODULE.exec(file ?? "")?.[1];
  if (other === undefined || MODULE.exec(path)?.[1] === other) return null;
  return FACES.some((face) => file === `apps/api/src/modules/${other}/${face}`) ? null : "module-through-its-face";
}

/** modules-look-down: the kernel knows no module; a module knows no start, and other modules by the table. */
function modulesLookDown({ path, file }) {
  if (file === null || isTest(path)) return null;
  const isAbove = stratumOf(file)?.name === "app";
  if (path.startsWith("apps/api/src/kernel/")) return isAbove || MODULE.test(file) ? "modules-look-down" : null;
  const [own, other] = [path, file].map((each) => MODULE.exec(each)?.[1]);
  if (own === undefined) return null;
  const isStranger = other !== undefined && other !== own && !MODULE_EDGES[own]?.includes(other);
  return isAbove || isStranger ? "modules-look-down" : null;
}

/** ui-knows-no-feature: look only, no data, no nouns of the business. */
function uiKnowsNoFeature({ path, target, file }) {
  if (!path.startsWith("apps/web/src/ui/")) return null;
  const isForeign = file !== null && /^apps\/web\/src\/(features|app)\//.test(file);
  const isData = /^(@apollo\/|graphql$|@accord\/)/.test(target);
  return isForeign || (isData && !isTest(path)) ? "ui-knows-no-feature" : null;
}
