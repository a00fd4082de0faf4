/** `accord <kind> import|export|diff`: data as packs, judged with file and line, taken whole or not at all (F57-F59). */
import { readFileSync, writeFileSync } from "node:fs";
import { isCivilDate, PACK_KINDS, type PackKind, type PackProblem, packName } from "@accord/domain";
import { packSentence, refusalSentences } from "../kernel/text/sentences.js";
import { createPackPreview, exportPack, type PackPreview } from "../modules/administration/module.js";
import {
  asPackProblem,
  type PackChange,
  type PackContext,
  type PackFile,
  packTextOf,
  updatePack,
} from "../modules/packs/module.js";
import {
  type Command,
  type CommandContext,
  CommandError,
  type OptionValues,
  type Outcome,
  optional,
  UsageError,
} from "./command.js";

const DAY = { "effective-on": { type: "string" } } as const;
const LISTED_MOST = 200;

const groundOf = ({ clock, config }: CommandContext): PackContext => ({
  now: clock.now(),
  zone: config.entitlementZone,
});

const fileOf = async (kind: PackKind, path: string, options: OptionValues): Promise<PackFile> => {
  const effectiveOn = optional(options, "effective-on");
  if (effectiveOn !== null && !isCivilDate(effectiveOn))
    throw new UsageError("--effective-on is a day such as 2027-04-01");
  const read = await packTextOf(kind, readBytes(path), "en");
  if (read.ok) return { kind, text: read.text, effectiveOn };
  const problem = packSentence("en", asPackProblem(read.problem));
  throw new CommandError(`${path}: ${problem}`);
};

const readBytes = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CommandError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
  }
};

interface ToldProblem {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

const told = (problem: PackProblem): ToldProblem => ({
  line: problem.line,
  path: problem.path,
  message: packSentence("en", problem),
});

const refused = (path: string, problems: readonly PackProblem[]): Outcome => {
  const shown = problems.map(told);
  return {
    data: { result: "refused", problems: shown },
    lines: [
      ...shown.map((one) => `${path}:${one.line}: ${one.path === "" ? "" : `${one.path}: `}${one.message}`),
      "Nothing was changed.",
    ],
    exitCode: 1,
  };
};

const countsOf = ({ changes, plans, drafts }: PackPreview) => ({
  changes: changes.length,
  plans: plans.length,
  drafts: drafts.length,
});

const countsText = (preview: PackPreview): string => {
  const { changes, plans, drafts } = countsOf(preview);
  return `${changes} changes; the outcome is another for ${plans} plans and ${drafts} open drafts`;
};

const SIGN: Readonly<Record<PackChange["op"], string>> = { ADDED: "+", REMOVED: "-", CHANGED: "~", REORDERED: "↕" };

const changeText = ({ op, path, before, after }: PackChange): string =>
  `${SIGN[op]} ${path || "everything"}: ${[before, after].filter((side) => side !== null).join(" → ")}`;

const importOf = (kind: PackKind): Command => ({
  name: `${packName(kind)} import`,
  summary: `Load a pack of ${packName(kind)}, whole or not at all; it holds from its day on`,
  usage: "<file> [--dry-run] [--effective-on <yyyy-mm-dd>]",
  options: { ...DAY, "dry-run": { type: "boolean" } },
  positionals: [1, 1],
  database: "migrated",
  run: async (context) => {
    const { db, options, positionals } = context;
    const path = positionals[0] ?? "";
    const file = await fileOf(kind, path, options);
    const preview = await createPackPreview(db, file, groundOf(context));
    if (preview.digest === null) return refused(path, preview.problems);
    const about = { kind, effectiveOn: preview.effectiveOn, ...countsOf(preview) };
    if (preview.isUnchanged) return { data: { result: "unchanged", ...about }, lines: ["It is there already."] };
    if (options["dry-run"] === true)
      return { data: { result: "would be loaded", ...about }, lines: [`It would be loaded: ${countsText(preview)}.`] };
    const command = { ...file, digest: preview.digest, actorId: null };
    const loaded = await db.transaction("pack.import", (tx) => updatePack(tx, command, groundOf(context)));
    if (!loaded.ok) {
      const [refusal] = loaded.refusals;
      throw new CommandError(`${path}: ${refusal === undefined ? "refused" : refusalSentences("en", refusal).message}`);
    }
    const { version } = loaded.value.pack;
    return {
      data: { result: "loaded", version, ...about },
      lines: [
        `Version ${version} holds from ${preview.effectiveOn} on: ${countsText(preview)}.`,
        "A running server sees it within half a minute.",
      ],
    };
  },
});

const exportOf = (kind: PackKind): Command => ({
  name: `${packName(kind)} export`,
  summary: `Write the pack of ${packName(kind)} that holds to a file, or show it`,
  usage: "[<file>]",
  options: {},
  positionals: [0, 1],
  database: "migrated",
  run: async ({ db, positionals: [path] }) => {
    const file = await exportPack(db.read, kind);
    if (file === null) throw new CommandError(`no pack of ${packName(kind)} was ever loaded`);
    const { text, version } = file;
    if (path === undefined) return { data: { kind, version, text }, lines: [text.replace(/\n$/, "")] };
    writeFileSync(path, text);
    return { data: { kind, version, path }, lines: [`Version ${version} is in ${path}`] };
  },
});

const diffOf = (kind: PackKind): Command => ({
  name: `${packName(kind)} diff`,
  summary: `Show what a file would change of ${packName(kind)}, and for whom the outcome is another`,
  usage: "<file> [--effective-on <yyyy-mm-dd>]",
  options: DAY,
  positionals: [1, 1],
  database: "migrated",
  run: async (context) => {
    const { db, options, positionals } = context;
    const path = positionals[0] ?? "";
    const preview = await createPackPreview(db, await fileOf(kind, path, options), groundOf(context));
    if (preview.digest === null) return refused(path, preview.problems);
    const { changes, plans, drafts, effectiveOn } = preview;
    const more = (list: readonly unknown[]): string[] =>
      list.length > LISTED_MOST ? [`… and ${list.length - LISTED_MOST} more`] : [];
    return {
      data: { kind, effectiveOn, changes: changes.map(({ id: _id, ...change }) => change), plans, drafts },
      lines: [
        ...changes.slice(0, LISTED_MOST).map(changeText),
        ...more(changes),
        ...plans
          .slice(0, LISTED_MOST)
          .map(
            ({ id, programmeId, lost, gained }) =>
              `${id} (${programmeId}): ${[...lost.map((version) => `-${version}`), ...gained.map((version) => `+${version}`)].join(" ")}`,
          ),
        ...more(plans),
        `From ${effectiveOn} on: ${countsText(preview)}.`,
      ],
    };
  },
});

/** In the order of kinds. */
export const packCommands: readonly Command[] = PACK_KINDS.flatMap((kind) => [
  importOf(kind),
  exportOf(kind),
  diffOf(kind),
]);
