/** The one place where an account's language comes to be spoken, whatever page is shown (R54, K8). */
import { useEffect, useRef, useState } from "react";
import { LANGUAGE_OF_CODE, type Language, useLanguage } from "../lib/language";
import type { Viewer } from "../lib/viewer";

/** The language of the signed-in account; null: nobody is signed in, or the profile is still to come. */
export const languageOfAccount = (viewer: Viewer | null): Language | null => {
  const profile = viewer?.account.profile;
  return profile == null ? null : LANGUAGE_OF_CODE[profile.language];
};

/** Speaks the account's language; true until it is there, so that no page asks for anything in the wrong one first. */
export function useAccountLanguage(viewer: Viewer | null): boolean {
  const { speak, language } = useLanguage();
  const [failed, setFailed] = useState<Language | null>(null);
  const wanted = languageOfAccount(viewer);
  const isOther = wanted !== null && wanted !== language && wanted !== failed;
  useEffect(() => {
    if (isOther) speak(wanted).catch(() => setFailed(wanted));
  }, [isOther, wanted, speak]);
  const isPageShown = useRef(false);
  useEffect(() => {
    if (wanted !== null && !isOther) isPageShown.current = true;
  }, [wanted, isOther]);
  // Once the page is there it changes its language where it stands: what was typed on it stays.
  return isOther && !isPageShown.current;
}
