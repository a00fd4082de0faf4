/** What was typed and not sent outlives its field: a page drawn anew, a panel that closes, a route that is left, a reload. The only way to a field of several lines, see `Textarea` (K12). */
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { useViewer } from "../viewer";
import { tabStore } from "./tab-store";

/** Each place with a field of several lines; every one of them is torn down and drawn again by a test. */
export const KEPT_PLACES = [
  "reply",
  "note",
  "correction",
  "teamNote",
  "handOver",
  "cannedReply",
  "enteredRequest",
  "reopening",
  "askedSeverity",
  "setSeverity",
  "splitting",
  "closing",
  "rating",
  "question",
  "billing",
  "article",
  "pack",
  "partners",
  "agreementChange",
] as const;
export type KeptPlace = (typeof KEPT_PLACES)[number];

declare const KEPT: unique symbol;

/** A text that somebody keeps: what `Textarea` asks for. */
export interface KeptText {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly [KEPT]: true;
}

/** For those who keep a text themselves: this file, and the draft of a request on the server. */
export const keptText = (value: string, onChange: (text: string) => void): KeptText =>
  ({ value, onChange }) as unknown as KeptText;

type Values<Form> = { readonly [Name in keyof Form]: string | number | boolean };
type TextsOf<Form> = { [Name in keyof Form]: Form[Name] extends string ? Name : never }[keyof Form];

export interface Kept<Form> {
  readonly typed: Form;
  readonly change: (patch: Partial<Form>) => void;
  /** `onTyped`: what else follows when something is typed in it. */
  readonly field: (name: TextsOf<Form>, onTyped?: () => void) => KeptText;
  readonly isTyped: boolean;
  /** What was typed was sent, or given up knowingly. */
  readonly forget: () => void;
  /** The revision that was seen when typing began; the one that is there while nothing is typed. */
  readonly revision: number;
  /** What is typed goes over the revision that is there now. */
  readonly adopt: () => void;
}

const PREFIX = "accord.kept.";
const keyOf = (accountId: string, place: KeptPlace, subject: string): string =>
  `${PREFIX}${accountId}.${place}.${subject}`;

/** What somebody else left in this tab is nobody's business. */
export function forgetAllBut(accountId: string): void {
  for (const key of tabStore.keys())
    if (key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${accountId}.`)) tabStore.remove(key);
}

interface Entry {
  /** The fields that differ from their beginning. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly revision: number;
}

const readEntry = (key: string): Entry | null => {
  const found = tabStore.readJson(key) as Partial<Entry> | null;
  const { typed, revision } = found ?? {};
  return typeof typed === "object" && typed !== null && typeof revision === "number" ? { typed, revision } : null;
};

/** `beginning` with what was typed over it, as far as it is of the same kind. */
const merge = <Form extends object>(beginning: Form, typed: Entry["typed"]): Form => ({
  ...beginning,
  ...Object.fromEntries(
    Object.entries(beginning).flatMap(([name, value]) =>
      typeof typed[name] === typeof value ? [[name, typed[name]]] : [],
    ),
  ),
});

/**
 * A form of this account in this tab.
 * @param subject what the form is about: an id, or `new`
 * @param beginning what its fields hold before anything is typed; a field that was not typed in follows it
 * @param revision of what is changed, where somebody else may change it meanwhile
 */
export function useKept<Form extends Values<Form>>(
  place: KeptPlace,
  subject: string,
  beginning: Form,
  revision = 0,
): Kept<Form> {
  const key = keyOf(useViewer().account.id, place, subject);
  const subscribe = useCallback((listener: () => void) => tabStore.subscribe(key, listener), [key]);
  const text = useSyncExternalStore(subscribe, () => tabStore.read(key));
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again when the text has changed.
  const entry = useMemo(() => readEntry(key), [key, text]);
  const seen = useRef({ beginning, revision });
  seen.current = { beginning, revision };

  const change = useCallback(
    (patch: Partial<Form>): void => {
      // From what is kept, not from what is drawn: two changes may come between two drawings.
      const before = readEntry(key);
      const begun: Readonly<Record<string, unknown>> = seen.current.beginning;
      const typed = Object.entries({ ...before?.typed, ...patch }).filter(([name, value]) => value !== begun[name]);
      const next: Entry = {
        typed: Object.fromEntries(typed),
        revision: before?.revision ?? seen.current.revision,
      };
      if (typed.length === 0) tabStore.remove(key);
      else tabStore.write(key, next);
    },
    [key],
  );
  const typed = merge(beginning, entry?.typed ?? {});
  return {
    typed,
    change,
    // The value of a name is the name of a text.
    field: (name, onTyped) =>
      keptText(typed[name] as string, (next) => {
        change({ [name]: next } as Partial<Form>);
        onTyped?.();
      }),
    isTyped: entry !== null,
    forget: useCallback(() => tabStore.remove(key), [key]),
    revision: entry?.revision ?? revision,
    adopt: () => entry !== null && tabStore.write(key, { ...entry, revision }),
  };
}
