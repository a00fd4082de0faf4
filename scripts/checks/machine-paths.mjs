// Nothing tracked speaks of one machine: no absolute path of a home or work folder, no host of a package registry.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { lineOf } from "./sources.mjs";

const TEXT = /\.(ts|tsx|mts|mjs|js|json|md|css|html|graphql|yml|yaml|sh|txt)$|(^|\/)(run|Dockerfile|\.npmrc)$/;
const REGISTRY = /https?:\/\/(registry|deb|ftp|security|mirror|pypi|proxy)\./g;

export function checkMachinePaths(root) {
  const tracked =
    spawnSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).stdout?.split("\0").filter(Boolean) ?? [];
  const parent = dirname(root);
  // A clone may stand in the root or in the folder for temporary files: those two names say nothing of a machine.
  const here =
    parent === "/" || parent === tmpdir() ? null : new RegExp(`${parent.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}/`, "g");
  return tracked
    .filter((path) => TEXT.test(path) && existsSync(join(root, path)))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return [here, REGISTRY]
        .filter(Boolean)
        .flatMap((pattern) =>
          [...text.matchAll(pattern)].map((match) => `${path}:${lineOf(text, match.index)}: ${match[0]}`),
        );
    });
}
