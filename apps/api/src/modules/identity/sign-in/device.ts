/** What a browser calls itself, in words its owner knows it by. */
import bowser from "bowser";

/** Longer than any browser says. */
const LONGEST = 1000;

/** `Firefox, Windows`, from the User-Agent header; null where it names neither. */
export const readDevice = (userAgent: string | undefined): string | null => {
  if (userAgent === undefined || userAgent === "" || userAgent.length > LONGEST) return null;
  const { browser, os } = bowser.parse(userAgent);
  const names = [browser.name, os.name].filter((name) => name !== undefined && name !== "");
  return names.length === 0 ? null : names.join(", ");
};
