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
