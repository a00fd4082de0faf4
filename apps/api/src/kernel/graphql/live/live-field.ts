/** What a field of the subscription root needs to be live: which changes it hears, who may listen, what an event holds (F76). */

import type { Change } from "../../db/index.js";
import type { RequestContext } from "../context.js";

/** Keys of changes: one request, one person's own matters, any request at all. */
export const requestKey = (id: string): string => `request:${id}`;
export const accountKey = (id: string): string => `account:${id}`;
export const ANY_REQUEST = "requests";

export interface LiveField<Arguments = Readonly<Record<string, unknown>>> {
  /** Changes it hears. */
  readonly keys: (context: RequestContext, args: Arguments) => readonly string[];
  /** Asked when somebody starts to listen, and again before each event: sight may have been lost. @throws RequestError */
  readonly authorise: (context: RequestContext, args: Arguments) => Promise<void> | void;
  /** The root value of the event; null when the change is nothing to this viewer. A `resync` says that events may have been missed. */
  readonly payload: (
    change: Change,
    context: RequestContext,
    args: Arguments,
  ) => Promise<object | null> | object | null;
}

export type LiveFields = Readonly<Record<string, LiveField<never>>>;
