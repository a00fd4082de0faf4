/** Loads the sentences of one language: what any page may say is one file, what the pages of administration alone say another. */
import { LANGUAGES, type Language } from "./language";

type Messages = Record<string, string>;
type Load = () => Promise<{ readonly default: Messages }>;

const FILES = {
  shared: { en: () => import("../messages/en"), ro: () => import("../messages/ro") },
  administration: {
    en: () => import("../messages/administration/en"),
    ro: () => import("../messages/administration/ro"),
  },
} satisfies Readonly<Record<string, Readonly<Record<Language, Load>>>>;

/** Sentences that travel in a file of their own. */
export type MessagePart = keyof typeof FILES;

const loads = new Map<string, Promise<Messages>>();
const loaded = new Map<string, Messages>();
const keyOf = (part: MessagePart, language: Language): string => `${part} ${language}`;

/** What is there already. */
export const findPart = (part: MessagePart, language: Language): Messages | undefined =>
  loaded.get(keyOf(part, language));

/** The same promise for the same part; one that failed is asked for again. */
export const loadPart = (part: MessagePart, language: Language): Promise<Messages> => {
  const key = keyOf(part, language);
  const load = loads.get(key) ?? readPart(part, language).finally(() => loads.delete(key));
  loads.set(key, load);
  return load;
};

const readPart = async (part: MessagePart, language: Language): Promise<Messages> => {
  const { default: messages } = await FILES[part][language]();
  loaded.set(keyOf(part, language), messages);
  return messages;
};

/** Whether lines begin at the left or at the right: a datum of the catalogue, as its sentences are. */
export const readDirection = (messages: Messages): "ltr" | "rtl" => (messages.direction === "RTL" ? "rtl" : "ltr");

/** Tells the browser, and whoever has the page read out, which language it is in and where its lines begin. */
export function markDocument(language: Language, messages: Messages): void {
  document.documentElement.lang = language;
  document.documentElement.dir = readDirection(messages);
}

/** The sentences that any page may say in `language`; with them come the parts that are in use in another. */
export const loadMessages = async (language: Language): Promise<Messages> => {
  const inUse = LANGUAGES.some((other) => findPart("administration", other) !== undefined);
  const [shared] = await Promise.all([
    loadPart("shared", language),
    inUse ? loadPart("administration", language) : undefined,
  ]);
  return shared;
};
