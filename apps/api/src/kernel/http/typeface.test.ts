/** The server's own pages take the typeface from the portal's build, and do without one where nothing is built. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Fastify from "fastify";
import { afterAll, describe, expect, it } from "vitest";
import { readTypeface, registerTypeface } from "./typeface.js";

const folder = mkdtempSync(join(tmpdir(), "accord-typeface-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const makeBuild = (): URL => {
  mkdirSync(join(folder, "built/.vite"), { recursive: true });
  mkdirSync(join(folder, "built/assets"));
  const entry = { file: "assets/typeface-1.js", css: ["assets/typeface-1.css"], assets: ["assets/letters-1.woff2"] };
  writeFileSync(join(folder, "built/.vite/manifest.json"), JSON.stringify({ "src/app/typeface.css": entry }));
  writeFileSync(join(folder, "built/assets/typeface-1.css"), "@font-face{}");
  writeFileSync(join(folder, "built/assets/letters-1.woff2"), "wOF2");
  return pathToFileURL(join(folder, "built/"));
};

describe("the typeface of the server's pages", () => {
  it("is the build's, with its files for an origin of its own, kept for a year", async () => {
    const build = makeBuild();
    expect(readTypeface(build)).toBe("@font-face{}");
    const app = Fastify();
    registerTypeface(app, build);
    const { statusCode, headers, body } = await app.inject("/assets/letters-1.woff2");
    expect([statusCode, headers["content-type"], body]).toEqual([200, "font/woff2", "wOF2"]);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    await app.close();
  });

  it("is none where nothing is built", async () => {
    const build = pathToFileURL(join(folder, "not-built/"));
    expect(readTypeface(build)).toBe("");
    const app = Fastify();
    registerTypeface(app, build);
    expect((await app.inject("/assets/letters-1.woff2")).statusCode).toBe(404);
    await app.close();
  });
});
