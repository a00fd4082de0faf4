/** The migrations of SQLite, oldest first. */
import { Foundation1795384800000 } from "./1795384800000-foundation.js";
import { Conversation1795400000000 } from "./1795400000000-conversation.js";
import { Mail1795400001000 } from "./1795400001000-mail.js";
import { Attachments1795400002000 } from "./1795400002000-attachments.js";
import { Workspace1795400003000 } from "./1795400003000-workspace.js";
import { Invitations1795400004000 } from "./1795400004000-invitations.js";
import { Administration1795400007000 } from "./1795400007000-administration.js";
import { Purchases1795400008000 } from "./1795400008000-purchases.js";
import { SearchPrefixes1795400008500 } from "./1795400008500-search-prefixes.js";
import { Packs1795400009000 } from "./1795400009000-packs.js";
import { RefusalCounts1795400010000 } from "./1795400010000-refusal-counts.js";
import { ReceivedMail1795400013000 } from "./1795400013000-received-mail.js";
import { MoneyUnits1795400020000 } from "./1795400020000-money-units.js";
import { TableReading1795400021000 } from "./1795400021000-table-reading.js";
import { PlansOfImports1795400022000 } from "./1795400022000-plans-of-imports.js";
import { Identity1795400023000 } from "./1795400023000-identity.js";
import { Sweeps1795400025000 } from "./1795400025000-sweeps.js";
import { SearchedText1795400027000 } from "./1795400027000-searched-text.js";
import { NearBreach1795400027500 } from "./1795400027500-near-breach.js";
import { Activation1795400034000 } from "./1795400034000-activation.js";

export const SQLITE_MIGRATIONS = [
  Foundation1795384800000,
  Conversation1795400000000,
  Mail1795400001000,
  Attachments1795400002000,
  Workspace1795400003000,
  Invitations1795400004000,
  Administration1795400007000,
  Purchases1795400008000,
  SearchPrefixes1795400008500,
  Packs1795400009000,
  RefusalCounts1795400010000,
  ReceivedMail1795400013000,
  MoneyUnits1795400020000,
  TableReading1795400021000,
  PlansOfImports1795400022000,
  Identity1795400023000,
  Sweeps1795400025000,
  SearchedText1795400027000,
  NearBreach1795400027500,
  Activation1795400034000,
];
