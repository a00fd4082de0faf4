/** Which version of the program this is. */
import { readFileSync } from "node:fs";

/** As package.json says. */
export const readVersion = (): string => {
  const file = new URL("../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
};
