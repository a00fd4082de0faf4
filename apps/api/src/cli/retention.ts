/** `accord retention [remove]`: what has stayed as long as it should is shown, and goes once somebody has confirmed it (F83). */
import { isRetentionClass, RETENTION_CLASSES, RETENTIONS } from "@accord/domain";
import { MODULES } from "../modules/modules.js";
import { countOver } from "../retention/count-over.js";
import { removeOver } from "../retention/remove-over.js";
import { erasuresFile } from "../subject/erasures-made.js";
import { type Command, CommandError, required, table, UsageError } from "./command.js";

export const retentionShow: Command = {
  name: "retention",
  summary: "Show what has stayed as long as ACCORD_RETENTION says, by class; changes nothing",
  usage: "",
  options: {},
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, clock, config: { retention } }) => {
    const at = clock.now();
    const classes = [];
    for (const name of RETENTION_CLASSES)
      classes.push({ class: name, days: retention[name], ...(await countOver(db.read, name, retention, at)) });
    const rows = classes.map(({ class: name, days, rows, files, oldest, held }) => [
      ...[name, RETENTIONS[name].what, days === null ? "stays" : `${days} days`, String(rows), String(files)],
      ...[oldest === null ? "-" : new Date(oldest).toISOString().slice(0, 10), String(held)],
    ]);
    return {
      data: { classes },
      lines: table([["class", "what", "how long", "over", "files", "oldest", "held"], ...rows]),
      notes: classes
        .filter(({ rows }) => rows > 0)
        .map(({ class: name, rows }) => `accord retention remove --class ${name} --counted ${rows} removes them`),
    };
  },
};

export const retentionRemove: Command = {
  name: "retention remove",
  summary: "Remove what is over of a class, as many as were shown; killed on the way, show the rest and go on",
  usage: "--class <class> --counted <how many were shown>   (what goes and what stays: docs/privacy.md)",
  options: { class: { type: "string" }, counted: { type: "string" } },
  positionals: [0, 0],
  database: "migrated",
  run: async ({ db, clock, config, options, progress }) => {
    const name = required(options, "class");
    const counted = required(options, "counted");
    if (!isRetentionClass(name)) throw new UsageError(`--class is one of ${RETENTION_CLASSES.join(", ")}`);
    if (!/^\d{1,9}$/.test(counted)) throw new UsageError("--counted is the number that accord retention shows");
    if (config.retention[name] === null)
      throw new CommandError(`${RETENTIONS[name].what} stay: ACCORD_RETENTION has no days for ${name}`);
    const removal = await removeOver(name, Number(counted), {
      ...{ db, at: clock.now(), days: config.retention, actorId: null, progress },
      ...{ erased: MODULES.erased, tables: MODULES.storage.tables },
      ...{ blobUrl: config.blobUrl, erasuresFile: erasuresFile(config.dataDir) },
    });
    if (!removal.isDone)
      throw new CommandError(
        `${removal.over} are over, not ${counted}: nothing is removed; look again at accord retention`,
      );
    return {
      data: { class: name, removed: removal.removed },
      lines: [`${removal.removed} removed: ${RETENTIONS[name].what}.`],
      notes: ["Backups of before hold them still; after a restore the same is over again."],
    };
  },
};
