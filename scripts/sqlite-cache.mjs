// The compiled sqlite3 outlives the clone: kept in the user's cache folder, where its own installer looks before it compiles.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, join } from "node:path";

const PACKAGE = "node_modules/sqlite3";
const BINARY = "build/Release/node_sqlite3.node";

/** The folder for this kind of machine: a file compiled with a newer C library does not load with an older one. */
export function sqliteCacheFolder(env = process.env) {
  const base = env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache");
  const glibc = process.report?.getReport().header.glibcVersionRuntime ?? "system";
  return join(base, "accord", `sqlite3-${process.platform}-${process.arch}-${glibc}`);
}

/** What npm needs to find the kept file; prebuild-install reads it (its option local-prebuilds). */
export const sqliteCacheEnv = (env = process.env) => ({
  ...env,
  npm_config_sqlite3_local_prebuilds: sqliteCacheFolder(env),
});

/** The name prebuild-install asks for, e.g. sqlite3-v6.0.1-napi-v6-linux-x64.tar.gz. */
function archiveName(root) {
  const { version, binary } = JSON.parse(readFileSync(join(root, PACKAGE, "package.json"), "utf8"));
  const napi = Math.max(...binary.napi_versions.filter((each) => each <= Number(process.versions.napi)));
  return `sqlite3-v${version}-napi-v${napi}-${process.platform}-${process.arch}.tar.gz`;
}

/** Keeps the compiled file for the next clone; a machine that cannot (no tar, a folder that is not ours) compiles again. */
export function keepSqlite(root, env = process.env) {
  const folder = sqliteCacheFolder(env);
  const kept = join(folder, archiveName(root));
  if (existsSync(kept) || !existsSync(join(root, PACKAGE, BINARY))) return;
  const packing = mkdtempSync(join(tmpdir(), "accord-sqlite3-"));
  try {
    const archive = join(packing, basename(kept));
    const { status } = spawnSync("tar", ["-czf", archive, BINARY], { cwd: join(root, PACKAGE) });
    if (status !== 0) return;
    mkdirSync(folder, { recursive: true });
    // Beside it first, then in place at once: two installs may end together.
    const beside = `${kept}.${process.pid}`;
    copyFileSync(archive, beside);
    renameSync(beside, kept);
  } catch (error) {
    console.log(`sqlite3 is not kept for the next clone: ${error.message}`);
  } finally {
    rmSync(packing, { recursive: true, force: true });
  }
}
