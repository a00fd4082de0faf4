/** Who runs the published examples, and how one operation is sent. */
export interface ExampleAnswer {
  readonly data?: Readonly<Record<string, { readonly userErrors?: readonly { readonly code: string }[] } | null>>;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

export interface Visit {
  readonly origin: string;
  /** Token and cookie of the account most examples are about. */
  readonly token: string;
  readonly cookie: string;
  /** Token of an engineer, for what only the support desk does. */
  readonly engineerToken: string;
  /** Token and cookie of somebody with a personal account, for what only they buy. */
  readonly buyerToken: string;
  readonly buyerCookie: string;
  /** Token of a lead, who may do so with any request. */
  readonly leadToken: string;
  /** Token of the contact whose request the engineer's examples are about. */
  readonly partnerToken: string;
  /** Cookie of an administrator. */
  readonly adminCookie: string;
  /** Tells what is told a moment later, where the server does not do so by itself. */
  readonly settle?: () => Promise<unknown>;
}

/** Somebody who asks: by a token, or as a browser does. */
export type Asker = { readonly token: string } | { readonly cookie: string };

/** Sends one operation. */
export const askOver = async (
  origin: string,
  asker: Asker,
  query: string,
  variables: object = {},
): Promise<ExampleAnswer> => {
  const proof: Record<string, string> =
    "cookie" in asker ? { cookie: asker.cookie, origin } : { authorization: `Bearer ${asker.token}` };
  const response = await fetch(new URL("/graphql", origin), {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en", ...proof },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as ExampleAnswer;
};

/** What stands at a path of names and places. */
export const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
