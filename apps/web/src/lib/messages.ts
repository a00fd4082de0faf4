/** Loads the catalogues of one language: the shell's `<language>.json` and every `<feature>.<language>.json` beside it. */
import type { Language } from "./language";

type Catalogue = Readonly<Record<string, string>>;

const files = import.meta.glob<Catalogue>("../messages/*.json", { import: "default" });

/** All sentences of the screens in `language`. */
export async function loadMessages(language: Language): Promise<Record<string, string>> {
  const mine = Object.entries(files).filter(
    ([path]) => path.endsWith(`/${language}.json`) || path.endsWith(`.${language}.json`),
  );
  const catalogues = await Promise.all(mine.map(([, load]) => load()));
  return Object.assign({}, ...catalogues) as Record<string, string>;
}
