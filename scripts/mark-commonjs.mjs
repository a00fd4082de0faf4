// `node scripts/mark-commonjs.mjs <folder>`: what a build wrote there is CommonJS, in a package that is ESM elsewhere.
import { writeFileSync } from "node:fs";
import { join } from "node:path";

writeFileSync(join(process.argv[2] ?? "", "package.json"), `${JSON.stringify({ type: "commonjs" }, null, 2)}\n`);
