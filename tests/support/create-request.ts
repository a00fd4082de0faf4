/** createRequest as a script sends it, with the answer sorted into accepted, refused and failed. */
import type { Holder } from "./world.js";

const DOCUMENT = `mutation Create($input: CreateRequestInput!) { createRequest(input: $input) {
  confirmation { requestId number incidentsRemaining }
  userErrors { code ... on PlanUnavailableError { reasons { code } } } } }`;

export type Outcome =
  | { readonly kind: "accepted"; readonly requestId: string; readonly number: string }
  | { readonly kind: "refused"; readonly code: string; readonly reasons: readonly string[] }
  | { readonly kind: "failed"; readonly code: string };

export interface Attempt {
  readonly origin: string;
  readonly holder: Holder;
  readonly planId: string;
  readonly key: string;
  readonly title?: string;
  /** Further fields of the input. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** Gives up waiting after this many milliseconds: the outcome stays unknown. */
  readonly patience?: number;
}

interface Answer {
  readonly data?: {
    readonly createRequest: {
      readonly confirmation: { readonly requestId: string; readonly number: string } | null;
      readonly userErrors: readonly {
        readonly code: string;
        readonly reasons?: readonly { readonly code: string }[];
      }[];
    } | null;
  } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Throws when the connection breaks or patience ends: nobody knows then whether the request was created. */
export const createRequest = async (attempt: Attempt): Promise<Outcome> => {
  const reply = await fetch(`${attempt.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${attempt.holder.token}` },
    body: JSON.stringify({ query: DOCUMENT, variables: { input: inputOf(attempt) } }),
    ...(attempt.patience === undefined ? {} : { signal: AbortSignal.timeout(attempt.patience) }),
  });
  const answer = (await reply.json()) as Answer;
  const result = answer.data?.createRequest;
  const [refusal] = result?.userErrors ?? [];
  if (refusal !== undefined)
    return { kind: "refused", code: refusal.code, reasons: (refusal.reasons ?? []).map(({ code }) => code) };
  if (result?.confirmation)
    return { kind: "accepted", requestId: result.confirmation.requestId, number: result.confirmation.number };
  const [error] = answer.errors ?? [];
  return { kind: "failed", code: error?.extensions?.code ?? error?.message ?? `status ${reply.status}` };
};

const inputOf = ({ planId, key, holder, title, more = {} }: Attempt) => ({
  idempotencyKey: key,
  productVersionId: "windows-server-2025",
  categoryId: "active-directory",
  problemId: "account-lockouts",
  title: title ?? "Accounts are locked again and again",
  description: "Since Monday accounts are locked although nobody types a wrong password.",
  planId,
  severity: "MODERATE",
  country: "RO",
  timeZone: "Europe/Bucharest",
  primaryContact: { givenName: "Ana", familyName: "Pop", email: holder.email, isSelf: true },
  ...more,
});
