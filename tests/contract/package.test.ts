/** `packages/schema` as others install it: packed, put into a project of its own, and taken by ESM, CommonJS and the compiler of either. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bin, npmCommand } from "../../scripts/machine.mjs";

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PACKAGE = join(ROOT, "packages/schema");
const project = mkdtempSync(join(tmpdir(), "accord-package-"));
const installed = join(project, "node_modules/@accord/schema");
let tarball: string;

beforeAll(async () => {
  const { command, args } = npmCommand();
  const packed = await run(command, [...args, "pack", "--json", "--pack-destination", project], { cwd: PACKAGE });
  tarball = join(project, (JSON.parse(packed.stdout) as readonly { filename: string }[])[0]?.filename ?? "");
  mkdirSync(installed, { recursive: true });
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", installed]);
  mkdirSync(join(project, "node_modules/@graphql-typed-document-node"), { recursive: true });
  for (const name of ["graphql", "@graphql-typed-document-node/core"])
    symlinkSync(join(ROOT, "node_modules", name), join(project, "node_modules", name));
}, 120_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  const path = join(project, name);
  writeFileSync(path, text);
  return path;
};

const SEEN = `const seen = [Severity.CRITICAL, possibleTypes.UserError.length > 1, connections.Query.myRequests,
  createTypePolicies((args) => args).Query.fields.purchases, RegisterAgreementDocument.kind];
console.log(JSON.stringify(seen));`;
const NAMES = "connections, createTypePolicies, possibleTypes, Severity";
const documentIn = (text: string): string => /export const (\w+Document)\b/.exec(text)?.[1] ?? "";

it("F73: an ESM and a CommonJS program take it, with enums, cache policies and documents", async () => {
  const examples = readFileSync(join(PACKAGE, "dist/examples.generated.js"), "utf8");
  const name = documentIn(examples);
  const seen = SEEN.replace("RegisterAgreementDocument", name);
  const esm = write(
    "esm.mjs",
    `import { ${NAMES} } from "@accord/schema";\nimport { ${name} } from "@accord/schema/examples";\n${seen}`,
  );
  const cjs = write(
    "cjs.cjs",
    `const { ${NAMES} } = require("@accord/schema");\nconst { ${name} } = require("@accord/schema/examples");\n${seen}`,
  );
  for (const file of [esm, cjs]) {
    const { stdout } = await run(process.execPath, [file], { cwd: project });
    expect(JSON.parse(stdout)).toEqual(["CRITICAL", true, ["filter", "orderBy"], ["filter", "orderBy"], "Document"]);
  }
});

it.each(["mts", "cts"])("F73: a strict compiler takes its types in .%s", async (extension) => {
  const file = write(
    `typed.${extension}`,
    `import { Severity, type SupportRequest } from "@accord/schema";
export const isUrgent = (request: SupportRequest): boolean => request.severity === Severity.CRITICAL;
// @ts-expect-error no such severity
export const no: Severity = "LOUD";
`,
  );
  const flags = [
    "--noEmit",
    "--strict",
    "--skipLibCheck",
    "false",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--types",
    "",
  ];
  await run(bin("tsc"), [...flags, file], { cwd: project }).catch((error: { stdout?: string }) => {
    throw new Error(error.stdout ?? String(error));
  });
});

it("F73: publint finds nothing, and neither does a check of types but what Node 10 never knew", async () => {
  const { messages } = await publint({ pkgDir: installed, strict: true });
  expect(messages).toEqual([]);
  const found = await checkPackage(createPackageFromTarballData(readFileSync(tarball)), {
    // SDL is no module.
    excludeEntrypoints: ["./schema.graphql"],
  });
  if (found.types === false) throw new Error("the package has no types");
  const problems = found.problems.filter(
    // Resolution of before `exports` finds no path within a package; Node 12.7 and newer do.
    (problem) => !("resolutionKind" in problem && problem.resolutionKind === "node10" && problem.entrypoint !== "."),
  );
  expect(problems).toEqual([]);
});

it("F73: what it holds is the contract and nothing of its making", async () => {
  const { stdout } = await run("tar", ["-tzf", tarball]);
  const files = stdout
    .trim()
    .split("\n")
    .map((path) => path.replace(/^package\//, ""));
  for (const wanted of [
    "README.md",
    "LICENSE",
    "schema.graphql",
    "dist/index.js",
    "dist/cjs/index.js",
    "dist/index.d.ts",
  ])
    expect(files).toContain(wanted);
  expect(files.filter((path) => /tsbuildinfo|\.test\.|^src\/|tsconfig/.test(path))).toEqual([]);
});
