/** A server that the product is measured beside, as a process over a copy of the same data. */
import { fileURLToPath } from "node:url";
import { databaseIn } from "./data/prepare.js";
import { freePort } from "./harness/free-port.js";
import { type ServerProcess, startServer } from "./harness/processes.js";

/** Starts `script` of the folder servers. */
export const yardstick = async (name: string, script: string, directory: string): Promise<ServerProcess> => {
  const port = await freePort();
  const file = fileURLToPath(new URL(`./servers/${script}`, import.meta.url));
  return startServer({
    name,
    port,
    args: ["--import", "tsx", file, databaseIn(directory), String(port)],
    env: { NODE_ENV: "production", TSX_TSCONFIG_PATH: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) },
    readyPath: "/ready",
  });
};
