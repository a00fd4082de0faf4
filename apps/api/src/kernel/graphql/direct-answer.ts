/** Answers an operation without Apollo where nothing is left for it to decide; the same context, limits, bytes and headers. */

import type { GraphqlResponse } from "../http/graphql-exchange.js";
import type { Limits } from "../limits/limits.js";
import { costExtension, rateHeaders } from "./answer.js";
import type { RequestContext } from "./context.js";
import { type KnownOperations, plainOperation } from "./known-operations.js";
import type { Admit, Costs } from "./operation-limits.js";

export interface DirectOptions {
  readonly known: KnownOperations;
  readonly admit: Admit;
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
 * what ended in errors. An operation that has run is left in `known.executed`, so that it is told and not run again.
 */
export const createDirectAnswer =
  ({ known, admit, limits, costs }: DirectOptions): DirectAnswer =>
  async (body, accept, context) => {
    const asked = plainOperation(body);
    const contentType = known.contentTypes.get(accept ?? "");
    if (asked === null || contentType === undefined) return null;
    const { variables } = asked;
    const operation = known.find(asked.query, asked.operationName);
    if (operation === undefined) return null;
    try {
      admit({ ...operation, variables, context });
    } catch {
      // It took no points, and will be refused again.
      return null;
    }
    const running = (async () => operation.compiled.query({}, context, { ...variables }))();
    known.executed.set(context.proven, running);
    const [run] = await Promise.allSettled([running]);
    const cost = costs.get(context.proven);
    // Apollo tells what went wrong.
    if (run.status === "rejected" || run.value.errors !== undefined || cost === undefined) return null;
    const result = run.value;
    const headers: Record<string, string> = { "content-type": contentType, "cache-control": "no-store" };
    for (const [name, value] of rateHeaders(cost, limits)) headers[name] = value;
    const { data } = result;
    return {
      status: 200,
      headers,
      body: `${JSON.stringify({ data, extensions: { cost: costExtension(cost, limits) } })}\n`,
    };
  };
