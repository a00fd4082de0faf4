/** What every resolver is given: who asks, when, in which language, and what it may reach. */
import type { Account, EpochMs, Language } from "@accord/domain";
import type { Clock } from "../clock.js";
import type { Database } from "../db/index.js";
import type { Limits } from "../limits/limits.js";
import type { Principal, Scope } from "../principal.js";
import type { Services } from "../service.js";
import type { Loaders } from "./loaders.js";
import { RequestError } from "./request-error.js";
import type { RootPolicy } from "./root-policy.js";

/** What this installation is set to. */
export interface Settings {
  readonly isPurchaseEnabled: boolean;
  readonly arePersonasEnabled: boolean;
  readonly version: string;
  readonly entitlementTimeZone: string;
  /** Where links begin. */
  readonly publicOrigin: string;
}

/**
 * What modules add to the context: each declares its part by augmenting this interface, beside what the part is made of
 * (`declare module`), and whoever starts the program gives all of them. The kernel needs the settings alone.
 */
export interface ModuleContext {
  readonly settings: Settings;
}

export interface RequestContext extends ModuleContext {
  readonly principal: Principal;
  /** One instant for the whole request; units of work that judge and write ask the clock again. */
  readonly now: EpochMs;
  readonly clock: Clock;
  readonly language: Language;
  readonly requestId: string;
  /** What limits count by. */
  readonly address: string;
  readonly db: Database;
  readonly limits: Limits;
  readonly loaders: Loaders;
  /** What a module keeps in memory. */
  readonly service: Services["of"];
  /** Counts why customers were refused (F79). */
  readonly refusals: { add(code: string): void };
  /** Aborted when the operation has run out of time. */
  readonly signal: AbortSignal;
  /** Types whose objects belong to somebody, and who may see them. */
  readonly objectPolicies: Readonly<Record<string, ObjectPolicy>>;
  /** What has a global id, by the prefix of the id. */
  readonly nodes: Readonly<Record<string, NodeKind>>;
  /** Objects a policy has let this principal see; whatever is not in it is judged at the next edge. */
  readonly authorised: WeakSet<object>;
}

/** Who may see an object, judged on the object wherever it comes from: an entry query, a nested field, node, a payload. */
export interface ObjectPolicy {
  /** A token needs one of these. */
  readonly scopes: readonly Scope[];
  /** True when the principal may see the object; false is told as NOT_FOUND, or as null where null is allowed. */
  readonly maySee: (value: never, context: RequestContext) => boolean | Promise<boolean>;
}

/** Whatever is found by a global id: its prefix tells the type. */
export interface NodeSource {
  readonly id: string;
}

/** Something with a global id. */
export interface NodeKind {
  readonly type: string;
  /** Which of its types one is, where `type` is an interface. */
  readonly typeOf?: (node: never) => string;
  /** Null where there is none. Whether it may be seen is judged by the gate of its type; a type without one finds only what may. */
  readonly find: (context: RequestContext, id: string) => NodeSource | null | Promise<NodeSource | null>;
  /** Who may ask, where no gate of the type says it. */
  readonly policy?: RootPolicy;
  /**
   * For what is known by a slug or a number: its global id is the prefix and that, and `find` is given it without the prefix.
   * Arguments of these names (`productVersionId`; `product.id` of one root field) take either.
   */
  readonly slugIn?: readonly string[];
}

/** The account of a signed-in principal. @throws RequestError UNAUTHENTICATED */
export const accountOf = (context: Pick<RequestContext, "principal">): Account => {
  if (context.principal.kind === "anonymous") throw new RequestError("UNAUTHENTICATED");
  return context.principal.account;
};

/** Marks values as seen lawfully, and gives them back. */
export const authorise = <Value extends object>(context: Pick<RequestContext, "authorised">, value: Value): Value => {
  context.authorised.add(value);
  return value;
};

/** Whether the principal may see a value of a gated type, asked outside the walk over a document. */
export const mayReach = async (type: string, value: object, context: RequestContext): Promise<boolean> => {
  const gate = context.objectPolicies[type];
  if (gate === undefined) throw new Error(`nothing guards ${type}`);
  return gate.maySee(value as never, context);
};

/** Stops work nobody waits for any more. @throws RequestError UNAVAILABLE */
export const assertInTime = (context: Pick<RequestContext, "signal">): void => {
  if (context.signal.aborted) throw new RequestError("UNAVAILABLE");
};
