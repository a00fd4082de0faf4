/** Subscriptions: judged like every operation when they start, and their viewer judged anew before each event. */
import type { Language } from "@accord/domain";
import {
  type DocumentNode,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLField,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
} from "graphql";
import type { Principal } from "../../principal.js";
import { assertMayAsk, type PolicyTables } from "../apply-policies.js";
import type { RequestContext } from "../context.js";
import { maskError, nameThrown } from "../mask-errors.js";
import { nameInput } from "../name-input.js";
import type { ComplexityLimit } from "../operation-limits.js";
import type { Operations, PreparedOperation, Variables } from "../operations.js";
import { RequestError } from "../request-error.js";
import { ChangeQueue } from "./change-queue.js";
import type { LiveField, LiveFields } from "./live-field.js";
import type { LiveHub } from "./live-hub.js";

/** Who listens, over one connection. */
export interface LiveListener {
  readonly requestId: string;
  readonly language: Language;
  /** As it is now; null once the sign-in or the token is no good any more. */
  principal(): Promise<Principal | null>;
  /** A context made anew, for one judgement or one event. */
  contextFor(principal: Principal): RequestContext;
}

export interface LiveQuery {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

type Events = AsyncIterableIterator<FormattedExecutionResult>;

export type LiveAnswer =
  | { readonly events: Events; readonly document: DocumentNode }
  | { readonly errors: readonly GraphQLError[] };

export interface LiveOperations {
  /** Events until the viewer stops listening or loses sight; or the errors that refuse to begin. */
  subscribe(query: LiveQuery, listener: LiveListener): Promise<LiveAnswer>;
}

export interface LiveOptions {
  readonly schema: GraphQLSchema;
  readonly operations: Operations;
  readonly fields: LiveFields;
  readonly roots: PolicyTables["roots"];
  readonly hub: LiveHub;
  readonly admit: ComplexityLimit;
  readonly log: { error(fields: object, message: string): void };
}

interface Prepared {
  readonly operation: PreparedOperation;
  readonly variables: Variables;
  readonly field: LiveField;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly args: Readonly<Record<string, unknown>>;
}

export const createLiveOperations = (options: LiveOptions): LiveOperations => ({
  subscribe: async (query, listener) => {
    try {
      const principal = await listener.principal();
      if (principal === null) throw new RequestError("UNAUTHENTICATED");
      const context = listener.contextFor(principal);
      const prepared = prepare(options, query, context);
      await authorise(prepared, context);
      await options.hub.start();
      const events = eventsOf(options, prepared, listener, prepared.field.keys(context, prepared.args));
      return { events, document: prepared.operation.document };
    } catch (error) {
      const failure = error instanceof GraphQLError ? error : unexpected(options, listener, error);
      const { message, extensions } = mask(failure, listener);
      return { errors: [new GraphQLError(message, { extensions: extensions ?? {} })] };
    }
  },
});

/** @throws GraphQLError */
const prepare = (
  { schema, operations, fields, roots, admit }: LiveOptions,
  query: LiveQuery,
  context: RequestContext,
): Prepared => {
  const prepared = operations.prepare(query.query, query.operationName ?? null);
  const { operation } = prepared;
  const root = schema.getSubscriptionType();
  if (operation.operation !== "subscription" || root === null || root === undefined) {
    throw new RequestError("BAD_USER_INPUT", { detail: "Only subscriptions are answered here; POST the others." });
  }
  const given = query.variables ?? {};
  admit(prepared, given, context);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  const node = operation.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
  const definition = node === undefined ? undefined : root.getFields()[node.name.value];
  const field = definition === undefined ? undefined : fields[definition.name];
  if (node === undefined || definition === undefined || field === undefined)
    throw new RequestError("BAD_USER_INPUT", { detail: "Name the field you listen to in the operation itself." });
  assertMayAsk(`Subscription.${definition.name}`, roots, context);
  return {
    operation: prepared,
    variables: given,
    field: field as LiveField,
    definition,
    args: getArgumentValues(definition, node, coerced ?? {}),
  };
};

/** @throws RequestError that names the argument at fault */
const authorise = async ({ field, definition, args }: Prepared, context: RequestContext): Promise<void> => {
  try {
    await field.authorise(context, args);
  } catch (error) {
    throw nameInput(error, definition.args, args);
  }
};

const eventsOf = (
  options: LiveOptions,
  prepared: Prepared,
  listener: LiveListener,
  keys: readonly string[],
): Events => {
  const inbox = new ChangeQueue();
  const stop = options.hub.listen(keys, (change) => inbox.push(change));
  const events = tell(options, prepared, listener, inbox, stop);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => events.next(),
    // A generator that waits cannot be stopped: the inbox wakes it first.
    return: async () => {
      inbox.close();
      stop();
      return events.return(undefined);
    },
  };
};

async function* tell(
  options: LiveOptions,
  { field, args, operation, variables }: Prepared,
  listener: LiveListener,
  inbox: ChangeQueue,
  stop: () => void,
): AsyncGenerator<FormattedExecutionResult, undefined> {
  try {
    for (;;) {
      const change = await inbox.next();
      const principal = change === null ? null : await listener.principal();
      if (change === null || principal === null) return;
      const context = { ...listener.contextFor(principal), loaders: options.hub.loadersOf(change) };
      if (!(await maySee(field, context, args))) return;
      const rootValue = await field.payload(change, context, args);
      if (rootValue === null) continue;
      const result = await operation.execute(variables, context, rootValue);
      const { data, errors } = result;
      yield errors === undefined
        ? { data: data ?? null }
        : { data: data ?? null, errors: errors.map((error) => mask(error, listener)) };
    }
  } catch (error) {
    yield { errors: [mask(unexpected(options, listener, error), listener)] };
  } finally {
    stop();
  }
}

const maySee = async (
  field: LiveField,
  context: RequestContext,
  args: Readonly<Record<string, unknown>>,
): Promise<boolean> => {
  try {
    await field.authorise(context, args);
    return true;
  } catch (error) {
    if (error instanceof RequestError) return false;
    throw error;
  }
};

const mask = (error: GraphQLError, { language, requestId }: LiveListener): GraphQLFormattedError => {
  const formatted = error.toJSON();
  const coded = { ...formatted, extensions: { code: "INTERNAL_SERVER_ERROR", ...formatted.extensions } };
  return maskError(nameThrown(coded, error), language, requestId);
};

const unexpected = ({ log }: LiveOptions, { requestId }: LiveListener, error: unknown): GraphQLError => {
  log.error({ err: error, requestId }, "a subscription failed");
  return new RequestError("INTERNAL_SERVER_ERROR");
};
