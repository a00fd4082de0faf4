/** Writes `.br` and `.gz` beside what a build made, once and as small as they get: the server sends them as they are (decision 25). */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const TEXT = /\.(js|css|svg|json|ttf|txt)$/;
/** Less than this fits a packet as it is. */
const WORTH_IT = 1024;
const [asBrotli, asGzip] = [promisify(brotliCompress), promisify(gzip)];

/** Compresses the files of `folder`; pages are not among them, they get a nonce with each answer. */
export async function compressFolder(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  await Promise.all(
    files.filter((name) => TEXT.test(name) && !name.startsWith(".")).map((name) => both(join(folder, name))),
  );
}

async function both(path: string): Promise<void> {
  const text = await readFile(path);
  if (text.length < WORTH_IT) return;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const [br, gz] = await Promise.all([
    asBrotli(text, { params }),
    asGzip(text, { level: constants.Z_BEST_COMPRESSION }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}

/** After the last file of a build was written. */
export const compressAssets = (): Plugin => {
  let folder = "";
  return {
    name: "accord:compress-assets",
    apply: "build",
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    closeBundle: { order: "post", sequential: true, handler: () => compressFolder(folder) },
  };
};
