/** What in the beginning of a file looks like a secret; read in the browser, before any of it is sent (F47). */
import { type FoundSecret, findSecrets } from "@accord/domain";

const MOST_READ = 1024 * 1024;

/** Windows writes logs in UTF-16 too; null: no text. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return bytes.includes(0) ? null : new TextDecoder().decode(bytes);
}

/** Nothing in a file that is no text. @throws when the file cannot be read */
export async function secretsInFile(file: Blob): Promise<readonly FoundSecret[]> {
  const text = textOf(new Uint8Array(await file.slice(0, MOST_READ).arrayBuffer()));
  return text === null ? [] : findSecrets(text);
}
