/** Every command of the command line, in the order of its help (contract.md, Command line). */
import { agreementImport } from "./agreement-import.js";
import { agreementIssue } from "./agreement-issue.js";
import { agreementAdjust, agreementRevoke, agreementShow } from "./agreement-manage.js";
import { auditVerify } from "./audit.js";
import type { Command } from "./command.js";
import { migrate, schemaPrint, seedCommand, verify } from "./keep.js";
import { accountList, staffGrant, staffRevoke, tokenCreate } from "./people.js";
import { teamsImport, teamsShow } from "./teams.js";

export const COMMANDS: readonly Command[] = [
  agreementIssue,
  agreementImport,
  agreementShow,
  agreementAdjust,
  agreementRevoke,
  accountList,
  staffGrant,
  staffRevoke,
  tokenCreate,
  teamsImport,
  teamsShow,
  verify,
  auditVerify,
  migrate,
  seedCommand,
  schemaPrint,
];
