/** How the stories of customers are told: in English at a desk, in Romanian on a phone. */
import type { JourneyLanguage } from "./person.js";

export interface View {
  readonly language: JourneyLanguage;
  readonly width: number;
  /** For `test.use` and for contexts of one's own. */
  readonly options: { readonly viewport: { readonly width: number; readonly height: number }; readonly locale: string };
}

const view = (language: JourneyLanguage, locale: string, width: number, height: number): View => ({
  language,
  width,
  options: { viewport: { width, height }, locale },
});

export const DESK = view("en", "en-GB", 1440, 900);
export const PHONE = view("ro", "ro-RO", 390, 844);
export const VIEWS: readonly View[] = [DESK, PHONE];
