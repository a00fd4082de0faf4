/** What every resolver is given: who asks, when, in which language, and what it may reach. */
import type { Account, EpochMs, Language, TeamDirectory } from "@accord/domain";
import type { Scope } from "./adapters/identity/access-token.js";
import type { Principal } from "./adapters/identity/authenticate.js";
import type { ExportedHead } from "./audit-heads.js";
import type { Clock } from "./clock.js";
import type { Loaders } from "./graphql/loaders.js";
import { RequestError } from "./graphql/request-error.js";
import type { Services } from "./kernel/service.js";
import type { Limits } from "./limits.js";
import type { RefusalTally } from "./refusal-tally.js";
import type { Shop } from "./shop.js";
import type { Database } from "./storage/index.js";
import type { CatalogueIndex } from "./types/catalogue-index.js";

export type { Principal, Scope };

/** What this installation is set to. */
export interface Settings {
  readonly isPurchaseEnabled: boolean;
  readonly arePersonasEnabled: boolean;
  readonly version: string;
  readonly entitlementTimeZone: string;
  /** Where links begin. */
  readonly publicOrigin: string;
}

export interface RequestContext {
  readonly principal: Principal;
  /** One instant for the whole request; units of work that judge and write ask the clock again. */
  readonly now: EpochMs;
  readonly clock: Clock;
  readonly language: Language;
  readonly requestId: string;
  /** What limits count by. */
  readonly address: string;
  readonly db: Database;
  readonly catalogue: CatalogueIndex;
  /** Teams of engineers and the routing table. */
  readonly teams: TeamDirectory;
  /** Has the next request see what was loaded just now. */
  refreshPacks(): Promise<void>;
  readonly settings: Settings;
  /** Who incidents are paid through; null: nothing is sold here. */
  readonly shop: Shop | null;
  /** Signs what a receipt says. */
  readonly signReceipt: (statement: string) => string;
  readonly limits: Limits;
  /** Heads of the audit chain written down outside the database, oldest first. */
  exportedHeads(): Promise<readonly ExportedHead[]>;
  /** Counts why customers were refused (F79). */
  readonly refusals: Pick<RefusalTally, "add">;
  readonly loaders: Loaders;
  /** What a module keeps in memory. */
  readonly service: Services["of"];
  /** Aborted when the operation has run out of time. */
  readonly signal: AbortSignal;
  /** Objects a policy has let this principal see; whatever is not in it is judged at the next edge. */
  readonly proven: WeakSet<object>;
}

/** The account of a signed-in principal. @throws RequestError UNAUTHENTICATED */
export const accountOf = (context: Pick<RequestContext, "principal">): Account => {
  if (context.principal.kind === "anonymous") throw new RequestError("UNAUTHENTICATED");
  return context.principal.account;
};

/** Marks values as seen lawfully, and gives them back. */
export const prove = <Value extends object>(context: Pick<RequestContext, "proven">, value: Value): Value => {
  context.proven.add(value);
  return value;
};

/** Stops work nobody waits for any more. @throws RequestError UNAVAILABLE */
export const assertInTime = (context: Pick<RequestContext, "signal">): void => {
  if (context.signal.aborted) throw new RequestError("UNAVAILABLE");
};
