/** The tabs of a request live in the address, beside whatever else stands there. */
import { useSearchParams } from "react-router";

export type RequestTab = "conversation" | "attachments" | "contacts";

/** The tab the address names, and the address of each; `share` is how the contacts were called before. */
export function useRequestTab(): { readonly current: RequestTab; readonly addressOf: (tab: RequestTab) => string } {
  const [search] = useSearchParams();
  const named = search.get("tab");
  const addressOf = (tab: RequestTab): string => {
    const next = new URLSearchParams(search);
    if (tab === "conversation") next.delete("tab");
    else next.set("tab", tab);
    return `?${next}`;
  };
  if (named === "contacts" || named === "share") return { current: "contacts", addressOf };
  return { current: named === "attachments" ? "attachments" : "conversation", addressOf };
}
