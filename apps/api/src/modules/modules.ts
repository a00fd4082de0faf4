/** The modules of this program, each by its face, those below before those above. Tables, migrations, policies and the schema take from here what they bring. */
import type { RefusalCode } from "@accord/domain";
import { HISTORY } from "../history/history.js";
import { kernelPart } from "../kernel/kernel-part.js";
import { join } from "../kernel/module.js";
import { administration } from "./administration/module.js";
import { agreements } from "./agreements/module.js";
import { catalogue } from "./catalogue/module.js";
import { desk } from "./desk/module.js";
import { drafts } from "./drafts/module.js";
import { files } from "./files/module.js";
import { help } from "./help/module.js";
import { identity } from "./identity/module.js";
import { invitations } from "./invitations/module.js";
import { mail } from "./mail/module.js";
import { notices } from "./notices/module.js";
import { packs } from "./packs/module.js";
import { privacy } from "./privacy/module.js";
import { purchases } from "./purchases/module.js";
import { references } from "./references/module.js";
import { requests } from "./requests/module.js";
import { settings } from "./settings/module.js";
import { teams } from "./teams/module.js";

const LIST = [
  { storage: HISTORY },
  kernelPart,
  drafts,
  identity,
  catalogue,
  files,
  help,
  teams,
  references,
  agreements,
  requests,
  invitations,
  purchases,
  desk,
  notices,
  settings,
  privacy,
  packs,
  administration,
  mail,
] as const;

export const MODULES = join(LIST);

type Refusing = Extract<(typeof LIST)[number], { readonly refusals: object }>["refusals"];
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
/** Refusals by mutation, as the modules declare them. */
type DeclaredRefusals = Together<Refusing>;
export type MutationName = keyof DeclaredRefusals;
export type RefusalOf<Mutation extends MutationName> = DeclaredRefusals[Mutation] extends readonly (infer Code extends
  RefusalCode)[]
  ? Code
  : never;
