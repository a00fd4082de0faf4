import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { plant } from "./checks/planted.mjs";
import { hasSqliteBinary, ROOT } from "./machine.mjs";
import { keepSqlite, sqliteCacheEnv, sqliteCacheFolder } from "./sqlite-cache.mjs";

/** A clone with sqlite3 as installed here, without the compiled file when `isBare`. */
function cloneOf(env, isBare) {
  const root = plant({ "package.json": {} });
  cpSync(join(ROOT, "node_modules/sqlite3"), join(root, "node_modules/sqlite3"), {
    recursive: true,
    filter: (path) => !path.includes("/deps/") && !(isBare && path.endsWith("/build")),
  });
  const installer = join(root, "node_modules/.bin/prebuild-install");
  mkdirSync(dirname(installer), { recursive: true });
  symlinkSync(join(ROOT, "node_modules/prebuild-install/bin.js"), installer);
  return {
    root,
    install: () => spawnSync(installer, ["-r", "napi"], { cwd: join(root, "node_modules/sqlite3"), env }),
  };
}

test("the compiled sqlite3 of one clone is what the next one installs, without compiling", () => {
  const home = plant({});
  const env = sqliteCacheEnv({ PATH: process.env.PATH, HOME: home, npm_config_offline: "true" });
  keepSqlite(cloneOf(env, false).root, env);
  expect(readdirSync(sqliteCacheFolder(env))).toHaveLength(1);

  const next = cloneOf(env, true);
  expect(hasSqliteBinary(next.root)).toBe(false);
  expect(next.install().status).toBe(0);
  expect(hasSqliteBinary(next.root)).toBe(true);

  // Without the kept file the installer finds nothing here: the test can fail.
  rmSync(sqliteCacheFolder(env), { recursive: true });
  const third = cloneOf({ ...env, npm_config_sqlite3_binary_host: "http://127.0.0.1:9" }, true);
  expect(third.install().status).toBe(1);
});

test("a cache folder that cannot be written is no reason to fail", () => {
  const home = plant({ file: "" });
  const env = { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: join(home, "file") };
  expect(() => keepSqlite(cloneOf(env, false).root, env)).not.toThrow();
});
