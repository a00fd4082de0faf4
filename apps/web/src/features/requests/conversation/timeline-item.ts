/** An entry of any kind in one shape (R90): what its kind does not have is null. */
import type { ConversationEntryFragment } from "../request-page.generated";

type Member<Field extends string> = Extract<ConversationEntryFragment, { readonly [Name in Field]: unknown }>;
type Of<Field extends string> = Member<Field>[Field & keyof Member<Field>];

/** What some kinds have. */
interface Facts {
  /** What somebody said with it. */
  readonly text: string | null;
  /** Name or number of what it is about. */
  readonly subject: string | null;
  readonly status: Of<"status"> | null;
  readonly severity: Of<"severity"> | null;
  readonly editedAt: string | null;
  readonly canEdit: boolean;
  readonly canMarkAsMessage: boolean;
  readonly attachments: Of<"attachments">;
  readonly quoted: string | null;
  readonly mail: Of<"mail"> | null;
}

export type TimelineItem = Facts & Omit<ConversationEntryFragment, "__typename">;

const NOTHING: Facts = {
  text: null,
  subject: null,
  status: null,
  severity: null,
  editedAt: null,
  canEdit: false,
  canMarkAsMessage: false,
  attachments: [],
  quoted: null,
  mail: null,
};

const SAID = ["text", "reason", "note", "comment", "description"];
const NAMED = ["engineerName", "contactName", "fileName", "recipientName", "title", "requestNumber", "senderName"];

export const timelineItem = (entry: ConversationEntryFragment): TimelineItem => {
  const fields = entry as Readonly<Record<string, unknown>>;
  const firstOf = (names: readonly string[]): string | null => {
    const name = names.find((each) => each in fields);
    return name === undefined ? null : (fields[name] as string | null);
  };
  return { ...NOTHING, ...entry, text: firstOf(SAID), subject: firstOf(NAMED) };
};
