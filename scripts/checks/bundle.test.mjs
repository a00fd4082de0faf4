import { randomBytes } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { checkBundle } from "./bundle.mjs";
import { plant } from "./planted.mjs";

const PAGES = {
  signIn: "src/features/sign-in/sign-in-page.tsx",
  list: "src/features/requests/requests-page.tsx",
  request: "src/features/requests/request-page.tsx",
  flow: "src/features/new-request/new-request-page.tsx",
};

/** A build: bytes of the entry and of each page that do not compress, and further files of the sign-in page. */
function build({ entry = 2000, bytes = {}, further = 0, endings = [".br", ".gz"] } = {}) {
  const chunk = (file, fields) => ({ file: `assets/${file}.js`, ...fields });
  const extra = Array.from({ length: further }, (_, at) => [`_extra-${at}.js`, chunk(`extra-${at}`, {})]);
  const pages = Object.entries(PAGES).map(([name, src]) => [
    src,
    chunk(name, { src, isDynamicEntry: true, imports: name === "signIn" ? extra.map(([key]) => key) : [] }),
  ]);
  const manifest = Object.fromEntries([["index.html", chunk("index", { isEntry: true })], ...extra, ...pages]);
  const sizes = { index: entry, ...bytes };
  const files = Object.values(manifest).flatMap(({ file }) => {
    const text = randomBytes(sizes[/assets\/(.*)\.js/.exec(file)[1]] ?? 2000).toString("latin1");
    const compressed = {
      ".br": brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
      ".gz": gzipSync(text),
    };
    const beside = endings.map((ending) => [`apps/web/dist/${file}${ending}`, compressed[ending].toString("latin1")]);
    return [[`apps/web/dist/${file}`, text], ...beside];
  });
  return plant({ "apps/web/dist/.vite/manifest.json": manifest, ...Object.fromEntries(files) });
}

test("K10: a light build passes, none at all does not", () => {
  expect(checkBundle(build())).toEqual([]);
  expect(checkBundle(plant({}))[0]).toContain("build first");
});

test("K10: a file that nobody compressed would be sent as it is", () => {
  const problems = checkBundle(build({ endings: [".gz"] }));
  expect(problems).toHaveLength(5);
  expect(problems[0]).toContain("index.js is not there as brotli");
  expect(checkBundle(build({ endings: [] }))).toHaveLength(10);
});

test("K10: each page is weighed by itself, as gzip and as brotli", () => {
  const heavy = 200_000;
  expect(checkBundle(build({ entry: heavy })).map((line) => line.split(" loads")[0])).toEqual([
    "apps/web: the sign-in page",
    "apps/web: the sign-in page",
    "apps/web: the first page",
    "apps/web: the first page",
  ]);
  const beyond = checkBundle(build({ bytes: { request: heavy, flow: heavy } }));
  expect(beyond.map((line) => line.split(",")[0])).toEqual([
    "apps/web: a request",
    "apps/web: a request",
    "apps/web: the flow",
    "apps/web: the flow",
  ]);
});

test("K10: more than 25 scripts are too many, however small", () => {
  expect(checkBundle(build({ further: 24 }))).toEqual(["apps/web: the sign-in page loads 26 scripts, at most 25"]);
});

test("K10: a page whose code went elsewhere is not taken for a light one", () => {
  const root = plant({
    "apps/web/dist/.vite/manifest.json": { "index.html": { file: "a.css", isEntry: true } },
    "apps/web/dist/a.css": "",
  });
  expect(checkBundle(root)).toContain("apps/web/dist: nothing is loaded for the sign-in page");
});
