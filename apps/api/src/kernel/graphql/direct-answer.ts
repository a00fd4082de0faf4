/** Answers an operation without Apollo where nothing is left for it to decide; the same context, limits, bytes and headers. */
import type { LRUCache } from "lru-cache";
import type { GraphqlResponse } from "../http/graphql-exchange.js";
import type { Limits } from "../limits/limits.js";
import { costExtension, rateHeaders } from "./answer.js";
import type { Executed } from "./apollo-gateway.js";
import type { RequestContext } from "./context.js";
import type { ComplexityLimit, Costs } from "./operation-limits.js";
import type { Operations, Variables } from "./operations.js";

export interface DirectOptions {
  readonly operations: Operations;
  readonly executed: Executed;
  /** Content types that Apollo chose for an `Accept` header. */
  readonly contentTypes: LRUCache<string, string>;
  readonly admit: ComplexityLimit;
  readonly limits: Limits;
  readonly costs: Costs;
}

export type DirectAnswer = (
  body: Readonly<Record<string, unknown>>,
  accept: string | undefined,
  context: RequestContext,
) => Promise<GraphqlResponse | null>;

/**
 * The answer, or null when Apollo has to give it: an operation or a media type it has not answered yet, what is refused, and
 * what ended in errors. An operation that has run is left in `executed`, so that it is told and not run again.
 */
export const createDirectAnswer =
  ({ operations, executed, contentTypes, admit, limits, costs }: DirectOptions): DirectAnswer =>
  async (body, accept, context) => {
    const asked = plainOperation(body);
    const contentType = contentTypes.get(accept ?? "");
    if (asked === null || contentType === undefined) return null;
    const { variables } = asked;
    const prepared = operations.find(asked.query, asked.operationName);
    // A subscription that somebody listens to is prepared as well; it is refused here as everywhere but on the socket.
    if (prepared === undefined || prepared.operation.operation === "subscription") return null;
    try {
      admit(prepared, variables, context);
    } catch {
      // It took no points, and will be refused again.
      return null;
    }
    const running = prepared.execute(variables, context);
    executed.set(context.authorised, running);
    const [run] = await Promise.allSettled([running]);
    const cost = costs.get(context.authorised);
    // Apollo tells what went wrong.
    if (run.status === "rejected" || run.value.errors !== undefined || cost === undefined) return null;
    const headers: Record<string, string> = { "content-type": contentType, "cache-control": "no-store" };
    for (const [name, value] of rateHeaders(cost, limits)) headers[name] = value;
    const { data } = run.value;
    return {
      status: 200,
      headers,
      body: `${JSON.stringify({ data, extensions: { cost: costExtension(cost, limits) } })}\n`,
    };
  };

interface PlainOperation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Variables;
}

const FIELDS: ReadonlySet<string> = new Set(["query", "operationName", "variables"]);

/** The operation of a body in its usual form; null for every other, which is Apollo's to judge. */
const plainOperation = (body: Readonly<Record<string, unknown>>): PlainOperation | null => {
  for (const name in body) if (!FIELDS.has(name)) return null;
  const { query, operationName = null, variables } = body;
  if (typeof query !== "string" || (operationName !== null && typeof operationName !== "string")) return null;
  if (variables === undefined || variables === null) return { query, operationName, variables: {} };
  if (typeof variables !== "object" || Array.isArray(variables)) return null;
  return { query, operationName, variables: variables as Variables };
};
