/** The modules of this program, each by its face. Tables, migrations, policies and the schema take from here what they bring. */
import { join } from "../kernel/module.js";
import { HISTORY } from "../history/history.js";
import { help } from "./help/module.js";

export const MODULES = join([{ storage: HISTORY }, help]);
