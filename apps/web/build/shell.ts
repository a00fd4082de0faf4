/** The script that sets the colours is kept like every other asset of the built page; it stands behind the shell (index.html). */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const SCRIPT = "/theme.js";

export const shell = (): Plugin => {
  let theme = { file: "", text: "" };
  return {
    name: "accord:shell",
    apply: "build",
    configResolved: ({ publicDir }) => {
      const text = readFileSync(join(publicDir, SCRIPT), "utf8");
      // By its content, so that a browser may keep it for good: it is there before the first frame of a later visit.
      theme = { file: `assets/theme-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.js`, text };
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: theme.file, source: theme.text });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html) => {
        if (!html.includes(`"${SCRIPT}"`)) throw new Error(`index.html does not name ${SCRIPT}`);
        return html.replace(`"${SCRIPT}"`, `"/${theme.file}"`);
      },
    },
  };
};
