/** Characters that turn the direction of writing, shown as marks: a name or an address can then not pretend to be another (I-7). */

// LRM, RLM, ALM, the embeddings and overrides, the isolates.
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** The text with every such character as its code in brackets: "invoice⟦U+202E⟧gpj.exe". */
export const visibleControls = (text: string): string =>
  text.replace(TURNS, (character) => `⟦U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`);
