/** Sends a file of agreements as it is: it may be larger than a request of the API (F56). */
import type { Language } from "../../../lib/language";
import type { RefusalText } from "../../../lib/refusal-text";

export type Sent =
  | { readonly importId: string }
  /** The server's own words; null where it gave none. */
  | { readonly problem: RefusalText | null };

interface Answer {
  readonly id?: unknown;
  readonly userErrors?: readonly RefusalText[];
}

export async function sendFile(file: File, language: Language): Promise<Sent> {
  const address = `/admin/imports?${new URLSearchParams({ fileName: file.name })}`;
  const response = await fetch(address, {
    method: "POST",
    credentials: "same-origin",
    headers: { "content-type": "application/octet-stream", "accept-language": language },
    body: file,
  });
  const answer: Answer = await response.json().catch((error: unknown) => {
    if (response.ok) throw error;
    // What stands between refused it in words of its own, which are none of the server's.
    return {};
  });
  return typeof answer.id === "string" ? { importId: answer.id } : { problem: answer.userErrors?.[0] ?? null };
}
