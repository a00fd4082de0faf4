/** The two IDs of a letter, as its QR code hands them over: after the # of the address, which no server ever sees (R56). */
import type { IdPair } from "@accord/domain";
import { tabStore } from "./kept/tab-store";

const KEPT = "accord.letterPair";
const ACTIVATE_PATH = "/activate";

/** Takes the pair out of the address before anything else reads it, and keeps it in this tab through the sign-in. */
export function keepLetterPair(): void {
  if (location.pathname !== ACTIVATE_PATH || location.hash === "") return;
  const found = new URLSearchParams(location.hash.slice(1));
  const [accessId, agreementId] = [found.get("a") ?? "", found.get("g") ?? ""];
  history.replaceState(history.state, "", ACTIVATE_PATH);
  if (accessId === "" || agreementId === "") return;
  tabStore.write(KEPT, { accessId, agreementId } satisfies IdPair);
}

/** Null where no letter led here. */
export function readLetterPair(): IdPair | null {
  const kept = tabStore.readJson(KEPT);
  if (typeof kept !== "object" || kept === null) return null;
  const { accessId, agreementId } = kept as Partial<Record<keyof IdPair, unknown>>;
  return typeof accessId === "string" && typeof agreementId === "string" ? { accessId, agreementId } : null;
}

/** Once they are used: the next person at this screen finds nothing. */
export function forgetLetterPair(): void {
  tabStore.remove(KEPT);
}
