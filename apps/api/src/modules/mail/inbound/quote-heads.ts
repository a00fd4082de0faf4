/** How mail programs introduce the mail they quote, in the languages support is promised in and those its mails come in (F50). */
import { foldText } from "@accord/domain";

/** en, ro, de, fr, es, it, pt, ja, zh-Hans, zh-Hant; then nl, pl, cs, hu, ru, sv, da, fi, tr, el. Compared without marks. */
const LABELS = [
  "from|sent|to|cc|bcc|subject|date|reply-to|importance|attachments|organization",
  "de la|trimis|catre|subiect|data|raspuns catre|expediat",
  "von|gesendet|an|betreff|datum|kopie|antwort an|wichtigkeit",
  "de|envoye|a|objet|date|envoye le|repondre a",
  "de|enviado|enviado el|para|asunto|fecha|responder a",
  "da|inviato|a|oggetto|data|inviato il|rispondi a",
  "de|enviado|enviada em|enviado em|para|assunto|data",
  "差出人|送信者|送信日時|宛先|件名|日付|日時|from|to",
  "发件人|发送时间|收件人|抄送|主题|日期|发送日期|寄件者|寄件人|收件者|傳送時間|寄件日期|副本|主旨|主題",
  "van|verzonden|aan|onderwerp|od|wyslano|do|dw|temat|odeslano|komu|kopie|predmet|felado|kuldve|cimzett|targy",
  "от|кому|копия|тема|отправлено|дата|fran|skickat|till|amne|fra|sendt|til|emne|lahettaja|lahetetty|vastaanottaja|aihe",
  "kimden|gonderildi|kime|konu|απο|σταλθηκε|προς|θεμα",
].join("|");
const LABEL = new RegExp(`^[*_]?(?:${LABELS})[*_]?\\s?[*_]?[:：][*_]?(?:\\s|$|")`, "u");

const WROTE =
  /\b(wrote|writes|a scris|scris|schrieb|a ecrit|escribio|ha scritto|scrisse|escreveu|schreef|napisala?|napisal\(a\)|napsala?|irta|skrev|kirjoitti|yazdi|εγραψε)\b|пишет|написал|写道|寫道|书いた|書きました|のメッセージ/u;
const ADDRESS = /[^\s<>"(),;:]+@[^\s<>"(),;:]+/u;
const MOMENT = /\d{1,2}\s?[:.h时時]\s?\d{2}|\b\d{4}\b|\d{4}年/u;
/** No program writes a longer line at the head of a quote. */
const LONGEST = 400;
const FRAME = /^[\p{Pd}_=*⎯─━\s]+|[\p{Pd}_=*⎯─━\s]+$/gu;

const SENDER =
  /^(from|de la|von|de|da|差出人|送信者|发件人|寄件者|寄件人|van|od|felado|от|fran|fra|lahettaja|kimden|απο|expediat)$/u;

const AUTHOR = "from";

/** The name of the header that a line gives, `subject` of `*Subject:* …`; `from` in whichever language, null for another line. */
export const headNameOf = (line: string): string | null => {
  const folded = foldText(line.slice(0, 80).trim());
  if (!LABEL.test(folded)) return null;
  const name = folded.slice(0, folded.search(/[:：]/u)).replace(/[*_\s]+$|^[*_]+/g, "");
  return SENDER.test(name) ? AUTHOR : name;
};

/** Only these begin a head: who wrote it, or when, above who did. */
export const beginsHead = (line: string, next: string): boolean => {
  const name = headNameOf(line);
  return name === AUTHOR || (name !== null && namesMoment(line) && headNameOf(next) === AUTHOR);
};

/** The rest of a list of recipients. */
export const continuesHead = (line: string): boolean =>
  line.length < LONGEST && /^\s.*@|^[^:]*@[^:]*[;>]\s*$/u.test(line);

/** "On Monday 23 November 2026 at 10:30, Somebody <a@b.example> wrote:", also without a verb, also between dashes. */
export const isAttribution = (line: string): boolean => {
  if (line.length > LONGEST) return false;
  const bare = foldText(line).replace(FRAME, "");
  if (!/[:：]$/u.test(bare)) return false;
  return ADDRESS.test(bare) || (WROTE.test(bare) && MOMENT.test(bare));
};

/** The first of the lines over which a program broke such an introduction. */
export const beginsAttribution = (line: string): boolean =>
  line.length < LONGEST &&
  MOMENT.test(line) &&
  /^\s*(\d|\p{L}{1,4}[\p{M}.,]*\s)/u.test(line) &&
  !/[.!?:]\s*$/.test(line);

export const namesMoment = (line: string): boolean => MOMENT.test(foldText(line.slice(0, LONGEST)));

/** A line of dashes, with or without words in it: `-----Original Message-----`. */
export const isDivider = (line: string): boolean =>
  line.length < LONGEST && /^\s*[\p{Pd}_=*⎯─━]{3,}(?:[^\p{Pd}_=*⎯─━]{1,80}[\p{Pd}_=*⎯─━]{3,})?\s*$/u.test(line);

export const isDelimiter = (line: string): boolean => /^-- ?$/.test(line);
