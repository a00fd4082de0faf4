/** Every command of the command line, in the order of its help (contract.md, Command line). */
import { agreementImport } from "./agreement-import.js";
import { agreementIssue } from "./agreement-issue.js";
import { agreementAdjust, agreementExtend, agreementRevoke, agreementRotate } from "./agreement-manage.js";
import { agreementShow } from "./agreement-show.js";
import { auditVerify } from "./audit.js";
import { backup } from "./backup.js";
import type { Command } from "./command.js";
import { migrate, schemaPrint, seedCommand, verify } from "./keep.js";
import { keysLost, keysRotate } from "./keys.js";
import { move } from "./move.js";
import { outboxRelease } from "./outbox.js";
import { packCommands } from "./packs.js";
import { accountList, staffGrant, staffRevoke, tokenCreate } from "./people.js";
import { restore } from "./restore.js";
import { retentionRemove, retentionShow } from "./retention.js";
import { subjectErase, subjectHold } from "./subject-erase.js";
import { subjectExport } from "./subject-export.js";
import { teamsShow } from "./teams.js";

export const COMMANDS: readonly Command[] = [
  agreementIssue,
  agreementImport,
  agreementShow,
  agreementAdjust,
  agreementExtend,
  agreementRevoke,
  agreementRotate,
  accountList,
  staffGrant,
  staffRevoke,
  tokenCreate,
  ...packCommands,
  teamsShow,
  verify,
  auditVerify,
  backup,
  restore,
  move,
  outboxRelease,
  subjectExport,
  subjectErase,
  subjectHold,
  // The longer name first: the other begins it.
  retentionRemove,
  retentionShow,
  keysLost,
  keysRotate,
  migrate,
  seedCommand,
  schemaPrint,
];
