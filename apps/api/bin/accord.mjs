#!/usr/bin/env node
// The `accord` command (contract.md, Command line): runs the built API's command line.
import { existsSync } from "node:fs";

const built = new URL("../dist/cli/run.js", import.meta.url);
if (existsSync(built)) {
  // What is made from here on is its owner's alone.
  process.umask(0o077);
  const { runCommandLine } = await import(built.href);
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  console.error("accord: not built yet; run npm run build");
  process.exitCode = 1;
}
