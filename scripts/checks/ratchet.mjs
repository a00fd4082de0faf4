// What may only fall: files in circles, imports that run up, rules that nothing but tests runs. The numbers of today stand in
// ratchet.json, and 0 is a ban. Run by itself this lists all that is counted; `npm run fix` lowers the numbers to what there is.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMain, ROOT } from "../machine.mjs";
import { read } from "./sources.mjs";
import { builtEdges, findCircles, findUpward } from "./strata.mjs";
import { findTestedOnly } from "./tested-only.mjs";

const RECORD = "scripts/checks/ratchet.json";
const WRITE = "npm run fix";
/** More lines than this help nobody; the command lists all. */
const MOST_LINES = 20;

const ROOMS = ["apps/api", "apps/web", "packages/domain", "packages/schema"];

/** What is counted in each room: how many there are, and where, with what is wrong there. */
function measure(root) {
  return ROOMS.flatMap((room) => {
    const edges = builtEdges(root, room);
    const circles = findCircles(edges);
    const places = {
      circles: circles.imports,
      ...(room.startsWith("apps/") && { upward: findUpward(edges) }),
      ...(room === "packages/domain" && { testedOnly: findTestedOnly(root) }),
    };
    return Object.entries(places).map(([what, found]) => {
      const count = what === "circles" ? circles.files.length : found.length;
      return { room, what, count, places: found };
    });
  });
}

/** A line for each number that rose, with the places, and for each that fell and is not written down. */
export function checkRatchet(root, changed = changedFiles(root)) {
  const record = JSON.parse(read(root, RECORD));
  return measure(root).flatMap((counted) => {
    const { room, what, count } = counted;
    const most = record[room]?.[what] ?? 0;
    if (count > most) return risen(counted, most, changed);
    return count < most ? [`${RECORD}: ${room} has ${count} ${what}, fewer than the ${most} it says: ${WRITE}`] : [];
  });
}

/** The places in changed files where there are some, for a number cannot tell which are new; else all. */
function risen({ room, what, count, places }, most, changed) {
  const suspects = places.filter(({ path }) => changed.has(path));
  const shown = suspects.length > 0 ? suspects : places;
  const rest = shown.length - MOST_LINES;
  return [
    `${room} has ${count} ${what}, ${RECORD} allows ${most}: mend ${count - most} of these`,
    ...shown.slice(0, MOST_LINES).map(lineOf),
    ...(rest > 0 ? [`  and ${rest} more: node scripts/checks/ratchet.mjs`] : []),
  ];
}

const lineOf = ({ path, file, name, why }) => `  ${path}: ${name ?? `imports ${file}`} (${why})`;

/** What differs from the last commit; nothing where there is no git. */
function changedFiles(root) {
  const { stdout } = spawnSync("git", ["status", "--porcelain", "--untracked-files=all"], { cwd: root });
  return new Set(`${stdout ?? ""}`.split("\n").map((line) => line.slice(3).replace(/^.* -> /, "")));
}

/** The record with what fell; a number that rose stays as it was, for that is to be mended. */
export function lowerRecord(root) {
  const record = JSON.parse(read(root, RECORD));
  const lowered = {};
  for (const { room, what, count } of measure(root))
    lowered[room] = { ...lowered[room], [what]: Math.min(count, record[room]?.[what] ?? 0) };
  writeFileSync(join(root, RECORD), `${JSON.stringify(lowered, null, 2)}\n`);
}

if (isMain(import.meta.url))
  for (const { room, what, count, places } of measure(ROOT))
    console.log([`${room}: ${count} ${what}`, ...places.map(lineOf)].join("\n"));
