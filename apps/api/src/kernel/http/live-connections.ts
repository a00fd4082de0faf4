/** Who stands behind the live sockets: recognised on coming in and again while they stay, and shown out once a sign-in is no good. */
import type { IncomingHttpHeaders } from "node:http";
import type { WebSocket } from "ws";

export interface Connection<Principal> {
  readonly socket: WebSocket;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  principal: { readonly value: Promise<Principal | null>; readonly asked: number } | null;
  account: string;
  subscriptions: number;
}

export interface ConnectionOptions<Principal extends { readonly kind: string }> {
  readonly log: { warn(fields: object, message: string): void };
  /** Recognises without keeping a session alive. Throws an error named AuthenticationError. */
  recognise(headers: IncomingHttpHeaders): Promise<Principal>;
  accountOf(principal: Principal): string;
  readonly limits: { readonly liveConnectionsPerAccount: number };
}

/** How long a principal is taken for granted between two events. */
const TRUST_MS = 1000;
const FORBIDDEN = 4403;

export class LiveConnections<Principal extends { readonly kind: string }> {
  readonly #open = new Map<WebSocket, Connection<Principal>>();

  constructor(private readonly options: ConnectionOptions<Principal>) {}

  find(socket: WebSocket): Connection<Principal> | undefined {
    return this.#open.get(socket);
  }

  /** "later": nobody could be judged now, or the account holds as many as it may. */
  async admit(socket: WebSocket, headers: IncomingHttpHeaders, address: string): Promise<"in" | "out" | "later"> {
    const connection: Connection<Principal> = {
      ...{ socket, headers, address },
      ...{ principal: null, account: "", subscriptions: 0 },
    };
    try {
      const principal = await this.recognise(connection);
      if (principal === null) return "out";
      connection.account = this.options.accountOf(principal);
    } catch (error) {
      if (isNotRecognised(error)) return "out";
      // Nobody was judged: whoever asks comes again, instead of being shown out.
      this.#warn(error);
      return "later";
    }
    const own = [...this.#open.values()].filter(({ account }) => account === connection.account).length;
    if (own >= this.options.limits.liveConnectionsPerAccount) return "later";
    this.#open.set(socket, connection);
    return "in";
  }

  /** Null once the sign-in or the token is no good any more. */
  recognise(connection: Connection<Principal>): Promise<Principal | null> {
    const now = performance.now();
    const known = connection.principal;
    if (known !== null && now - known.asked < TRUST_MS) return known.value;
    const value = this.options
      .recognise(connection.headers)
      .then((principal) => (principal.kind === "anonymous" ? null : principal));
    connection.principal = { value, asked: now };
    return value;
  }

  leave(socket: WebSocket): void {
    this.#open.delete(socket);
  }

  /** Shows out whoever is not recognised any more. */
  sweep(): void {
    for (const connection of this.#open.values()) {
      this.recognise(connection).then(
        (principal) => void (principal ?? showOut(connection)),
        (error: unknown) => {
          // Credentials that became no good end the connection; a database that does not answer does not.
          if (isNotRecognised(error)) showOut(connection);
          else this.#warn(error);
        },
      );
    }
  }

  #warn(error: unknown): void {
    this.options.log.warn({ err: error }, "a live connection could not be recognised");
  }
}

const showOut = ({ socket }: Connection<unknown>): void => socket.close(FORBIDDEN, "Forbidden");

const isNotRecognised = (error: unknown): boolean => error instanceof Error && error.name === "AuthenticationError";
