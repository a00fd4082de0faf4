/** What Apollo asks to run an operation: the way every operation is run. */
import type { ApolloServerOptionsWithGateway } from "@apollo/server";
import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { RequestContext } from "./context.js";
import type { Operations } from "./operations.js";
import { RequestError } from "./request-error.js";

type Gateway = ApolloServerOptionsWithGateway<RequestContext>["gateway"];
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/**
 * Operations that ran already and whose answer Apollo tells, because it has errors: they are not counted or run again.
 * By what Apollo's copy of the context shares with ours.
 */
export type Executed = WeakMap<RequestContext["authorised"], Promise<ExecutionResult>>;

const createExecutor =
  (operations: Operations, executed: Executed): Executor =>
  async ({ operation, context: given, request }) => {
    // Our own, whose type the form of a gateway does not carry.
    const context = given as RequestContext;
    const done = executed.get(context.authorised);
    if (done !== undefined) return done;
    // `operationLimits` let nothing through without one; what is not chosen is never compiled, so never run.
    if (operation === undefined || request.query === undefined) throw new RequestError("BAD_USER_INPUT");
    const prepared = operations.prepare(request.query, request.operationName ?? null);
    return prepared.execute(request.variables ?? {}, context);
  };

export const createGateway = (schema: GraphQLSchema, operations: Operations, executed: Executed): Gateway => ({
  load: async () => ({ executor: createExecutor(operations, executed) }),
  onSchemaLoadOrUpdate: (callback) => {
    callback({ apiSchema: schema, coreSupergraphSdl: "" });
    return () => {};
  },
  stop: async () => {},
});
