/** A copy of this repository to change and throw away: what git would commit, what was built, the packages by link. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ROOMS = ["packages/domain", "packages/schema", "apps/api", "apps/web"];
const OURS = "@accord";

const gitFiles = (...which: readonly string[]): string[] =>
  spawnSync("git", ["ls-files", "-z", ...which], { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 })
    .stdout.split("\0")
    .filter((path) => path !== "" && existsSync(join(ROOT, path)));

const take = (folder: string, path: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(join(ROOT, path), join(folder, path), { recursive: true, preserveTimestamps: true });
};

/** Packages come by link; those of this repository lead to the copy. */
const linkPackages = (folder: string): void => {
  const [from, to] = [join(ROOT, "node_modules"), join(folder, "node_modules")];
  mkdirSync(join(to, OURS), { recursive: true });
  for (const name of readdirSync(from)) {
    if (name !== OURS && name !== ".cache") symlinkSync(join(from, name), join(to, name));
  }
  for (const name of readdirSync(join(from, OURS)))
    cpSync(join(from, OURS, name), join(to, OURS, name), { verbatimSymlinks: true });
};

export class Copy {
  readonly folder = mkdtempSync(join(tmpdir(), "accord-recipes-"));

  constructor() {
    const written = gitFiles(
      "--others",
      "--ignored",
      "--exclude-standard",
      "--",
      "apps/*.generated.*",
      "packages/*.generated.*",
    );
    const built = ROOMS.map((room) => `${room}/dist`).filter((path) => existsSync(join(ROOT, path)));
    for (const path of [...gitFiles("--cached", "--others", "--exclude-standard"), ...written, ...built])
      take(this.folder, path);
    linkPackages(this.folder);
  }

  /** What git says against it; nothing when the patch is applied. */
  apply(patch: string): string {
    return spawnSync("git", ["apply", "--whitespace=nowarn", patch], { cwd: this.folder, encoding: "utf8" }).stderr;
  }

  /** Runs a program of the copy; rejects with what it printed. */
  run(...[command = "", ...args]: readonly string[]): Promise<string> {
    return new Promise((done, fail) => {
      // What was built of untouched rooms comes from where this repository keeps it.
      const env = {
        ...process.env,
        CI: "",
        TURBO_CACHE_DIR: join(ROOT, ".turbo/cache"),
        NO_COLOR: "1",
        FORCE_COLOR: "0",
      };
      const child = spawn(command, args, { cwd: this.folder, env });
      let printed = "";
      for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
      child.once("error", fail);
      child.once("exit", (code) =>
        code === 0 ? done(printed) : fail(new Error(`${[command, ...args].join(" ")}\n${printed}`)),
      );
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
