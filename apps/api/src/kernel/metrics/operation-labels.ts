/** What an answer is counted under: few names, known codes, nothing of what was asked or told. */
import type { GraphqlRequest, GraphqlResponse } from "../http/graphql-exchange.js";
import type { Principal } from "../principal.js";

export interface OperationLabels {
  readonly operation: string;
  readonly code: string;
}

/** Clients choose names: so many are told apart, whatever comes later is "other". */
const MOST_NAMES = 200;
const NAME = /\b(?:query|mutation)\s+([A-Za-z_]\w{0,63})\s*[({@]/;
const CODE = /"code":"([A-Z_]{1,40})"/;

export const createOperationLabels = (): ((
  request: Pick<GraphqlRequest<Principal>, "body" | "principal">,
  response: GraphqlResponse,
) => OperationLabels) => {
  const known = new Set<string>();
  return ({ body, principal }, response) => {
    const code = codeOf(response);
    // Names of strangers, and of what never ran, would crowd out the others.
    if (principal.kind === "anonymous") return { operation: "anonymous", code };
    const name = NAME.exec(String(body))?.[1];
    if (name === undefined) return { operation: "unnamed", code };
    if (code === "OK" && known.size < MOST_NAMES) known.add(name);
    return { operation: known.has(name) ? name : "other", code };
  };
};

const codeOf = ({ status, body }: GraphqlResponse): string => {
  if (!body.startsWith('{"errors"')) return status < 400 ? "OK" : `HTTP_${status}`;
  return CODE.exec(body)?.[1] ?? `HTTP_${status}`;
};
