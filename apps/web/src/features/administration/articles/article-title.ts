/** An article's title in the reader's language, where it has one. */
import { useIntl } from "react-intl";

interface Titled {
  readonly title: string;
  readonly titleRo?: string | null;
}

export function useArticleTitle(): (article: Titled) => string {
  const isRomanian = useIntl().locale.startsWith("ro");
  return ({ title, titleRo }) => (isRomanian ? (titleRo ?? title) : title);
}
