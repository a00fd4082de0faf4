/** Sentences of the sandbox's pages. */
import { createTell } from "../../../../../kernel/text/intl.js";
import en from "./en.json" with { type: "json" };
import ro from "./ro.json" with { type: "json" };

export type SandboxMessage = keyof typeof en;

/** The sentence `key` in `language`. */
export const say = createTell<SandboxMessage>({ en, ro });
