/** What was typed and not sent stays in this tab until it is sent; signing out clears it. */
import { useCallback, useState } from "react";

const keyOf = (requestId: string): string => `accord.reply.${requestId}`;

function read(requestId: string): string {
  try {
    return sessionStorage.getItem(keyOf(requestId)) ?? "";
  } catch {
    return "";
  }
}

function write(requestId: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(keyOf(requestId));
    else sessionStorage.setItem(keyOf(requestId), text);
  } catch {
    // A browser that forbids storage keeps it as long as the page.
  }
}

/** The text for this request, kept as it is typed. */
export function useKeptText(requestId: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => read(requestId));
  const change = useCallback(
    (next: string) => {
      setText(next);
      write(requestId, next);
    },
    [requestId],
  );
  return [text, change];
}
