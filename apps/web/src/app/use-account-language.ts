/** The one place where an account's language comes to be spoken, whatever page is shown (R54). */
import { useEffect, useState } from "react";
import { storedLanguage, useLanguage } from "../lib/language";
import type { Viewer } from "../lib/viewer";

/** Speaks the account's language unless another was chosen in this browser; true until it is there, so that no page asks for anything in the wrong one. */
export function useAccountLanguage(viewer: Viewer | null): boolean {
  const { choose, language } = useLanguage();
  const [hasGivenUp, setGivenUp] = useState(false);
  const profile = viewer?.account.profile;
  const wanted = profile?.language === "RO" ? "ro" : "en";
  const isOther = profile != null && !hasGivenUp && storedLanguage() === null && wanted !== language;
  useEffect(() => {
    if (isOther) choose(wanted, false).catch(() => setGivenUp(true));
  }, [isOther, wanted, choose]);
  return isOther;
}
