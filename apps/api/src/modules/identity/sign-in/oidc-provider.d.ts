/** The part of oidc-provider this room uses; the package ships no types. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  export type ModelPayload = Record<string, unknown>;

  export interface Adapter {
    upsert(id: string, payload: ModelPayload, expiresIn?: number): Promise<void>;
    find(id: string): Promise<ModelPayload | undefined>;
    findByUid(uid: string): Promise<ModelPayload | undefined>;
    findByUserCode(userCode: string): Promise<ModelPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  export interface ProviderContext {
    readonly req: IncomingMessage;
    readonly res: ServerResponse;
    readonly oidc: {
      readonly session?: { readonly accountId?: string };
      readonly client?: { readonly clientId: string };
      readonly provider: Provider;
      readonly requestParamScopes: ReadonlySet<string>;
    };
    type: string;
    status: number;
    body: unknown;
    readonly cookies: { set(name: string, value: string | null, options?: object): void };
  }

  export interface Interaction {
    readonly uid: string;
    readonly params: Readonly<Record<string, unknown>>;
    readonly prompt: { readonly name: string };
    /** The provider's session in which it began. */
    readonly session?: { uid?: string };
    /** Saves it until the end it had. */
    persist(): Promise<void>;
  }

  export interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    proxy: boolean;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    createContext(request: IncomingMessage, response: ServerResponse): ProviderContext;
    cookieName(kind: "session" | "interaction" | "resume"): string;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    /** Stores the result; answers where the browser goes on. */
    interactionResult(request: IncomingMessage, response: ServerResponse, result: object): Promise<string>;
    readonly context: { onerror: (this: ProviderContext, error: Error | null | undefined) => void };
    on(event: "server_error", listener: (context: ProviderContext, error: Error) => void): this;
    readonly Session: {
      get(context: ProviderContext): Promise<{ readonly accountId?: string; destroy(): Promise<void> }>;
    };
    readonly Grant: new (properties: {
      accountId: string;
      clientId: string;
    }) => Grant;
  }

  export namespace interactionPolicy {
    class Prompt {
      constructor(info: { name: string; requestable: boolean });
    }
    function base(): { add(prompt: Prompt, index?: number): void };
  }

  export namespace errors {
    class SessionNotFound extends Error {}
  }
}
