/** The one policy for text that comes in from forms, mails and files: what nobody can read is made readable, never refused for it (R6, K8). */

/** Terminal sequences: colours and cursor moves (CSI), titles (OSC), and the two-character ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters it looks for.
const TERMINAL = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]/g;
/** What printers and other systems end lines and pages with. */
const LINE_ENDS = /\r(?!\n)|[\v\f\u0085]/g;
const UNREADABLE = /[\p{Cc}\p{Cs}]/gu;
const BREAKS = /[\r\n\t]+/g;

/** A picture for each C0 control and DEL; what has none is shown as "cannot be shown". */
const pictureOf = (character: string): string => {
  if (character === "\n" || character === "\r" || character === "\t") return character;
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
};

/**
 * Colour codes of a log are taken out, form feeds and vertical tabs become line breaks, other control characters a
 * picture (`␀`), half characters `�`. Line breaks and tabs stay, unless the text is one line: there they are a space.
 * Text that can be read comes back as it is.
 */
export const makeReadable = (text: string, isMultiline = true): string => {
  const shown = text.replace(TERMINAL, "").replace(LINE_ENDS, "\n").replace(UNREADABLE, pictureOf);
  return isMultiline ? shown : shown.replace(BREAKS, " ");
};
