/** What comes to /graphql and what goes back, without the wire. */
import type { IncomingHttpHeaders } from "node:http";

export interface GraphqlRequest<Principal> {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The raw body of a POST, UTF-8; of a GET what stands behind the question mark. */
  readonly body: string;
  readonly principal: Principal;
  /** What limits count by. */
  readonly address: string;
  readonly requestId: string;
}

export interface GraphqlResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
