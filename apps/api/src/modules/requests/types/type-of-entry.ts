/** What the type of an entry is called; told without the types themselves, which load with the schema. */
import type { TimelineKind } from "@accord/domain";

/** `CONTACT_ADDED` is a `ContactAddedEntry`. */
export const typeOfEntry = ({ kind }: { readonly kind: TimelineKind }): string =>
  `${kind.toLowerCase().replace(/(?:^|_)(\w)/g, (_all, letter: string) => letter.toUpperCase())}Entry`;
