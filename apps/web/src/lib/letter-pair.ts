/** The two IDs of a letter, as its QR code hands them over: after the # of the address, which no server ever sees (R56). */
import type { IdPair } from "@accord/domain";

const KEPT = "accord.letterPair";
export const ACTIVATE_PATH = "/activate";

/** Takes the pair out of the address before anything else reads it, and keeps it in this tab through the sign-in. */
export function keepLetterPair(): void {
  if (location.pathname !== ACTIVATE_PATH || location.hash === "") return;
  const found = new URLSearchParams(location.hash.slice(1));
  const pair: IdPair = { accessId: found.get("a") ?? "", agreementId: found.get("g") ?? "" };
  sessionStorage.setItem(KEPT, JSON.stringify(pair));
  history.replaceState(history.state, "", ACTIVATE_PATH);
}

/** Null where no letter led here. */
export function readLetterPair(): IdPair | null {
  const kept = sessionStorage.getItem(KEPT);
  return kept === null ? null : (JSON.parse(kept) as IdPair);
}

/** Once they are used: the next person at this screen finds nothing. */
export const forgetLetterPair = (): void => sessionStorage.removeItem(KEPT);
