/** The line above which an answer is written, known by its signs in any language. */
export const markerLine = (marker: string): string => `##- ${marker} -##`;

/** What a mail says, before it is laid out. */
export interface Words {
  readonly subject: string;
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly button: { readonly label: string; readonly url: string };
  readonly notes: readonly string[];
  readonly footer: readonly string[];
  /** Set when an answer by mail is taken: quoted text below it is not read. */
  readonly marker: string | null;
}
