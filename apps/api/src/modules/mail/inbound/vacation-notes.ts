/** How a note says by itself that its writer is away: at the beginning of the subject, or in the first line (F50). */
import { foldText } from "@accord/domain";

/** By language; compared without case and marks. Phrases of programs, and sentences people leave behind. */
const SUBJECTS: Readonly<Record<string, string>> = {
  en: "out of (the )?office|automatic (reply|response)|auto(-| )?(reply|response)|autoreply|away from (my|the) (office|desk|mail)|vacation (reply|notice|message)|on (vacation|annual leave|holiday|leave)|absence notice|i am (away|out)",
  ro: "raspuns automat|mesaj automat|absent (din|de la) birou|(sunt )?(in|plecat in|plecata in) concediu|nu sunt la birou|in afara biroului",
  de: "automatische (antwort|ruckantwort)|abwesenheit(snotiz|smeldung|sagent|snachricht)?\\b|abwesend|(ich bin )?nicht im buro|urlaub(snotiz)?:|autoantwort",
  fr: "reponse automatique|absence du bureau|absent(e)?( du bureau)?\\b|message d'absence|en (conges|vacances)|indisponible",
  es: "respuesta automatica|fuera de (la )?oficina|ausen(te|cia)\\b|de vacaciones",
  it: "risposta automatica|fuori (ufficio|sede)|assen(te|za)\\b|in ferie",
  pt: "resposta automatica|fora do escritorio|ausen(te|cia)\\b|de ferias|ausência",
  ja: "自動(応答|返信)|不在(通知|のお知らせ|のため)?",
  zh: "自动(答复|回复)|自動(回覆|回复|答覆)|外出(公干)?自动|不在(办公室|辦公室)|休假(通知|中)",
  pl: "(automatyczna odpowiedz|odpowiedz automatyczna|autoodpowiedz)|poza biurem|nieobecn(osc|y|a)\\b|jestem na urlopie",
  nl: "automatisch antwoord|afwezig(heid)?|niet op kantoor",
  others:
    "automatikus valasz|hazon kivul|automaticka odpoved|mimo kancelar|автоматический ответ|автоответ|нет на месте|автоматична відповідь|autosvar|automatiskt svar|franvaro|automatisk svar|ikke til stede|automaattinen vastaus|poissa|otomatik (yanit|cevap)|ofis disinda|αυτοματη απαντηση|εκτος γραφειου|автоматичен отговор",
};
const LINES: Readonly<Record<string, string>> = {
  en: "i (am|will be) (currently )?(out of (the )?office|away from (the|my) office|on (annual |sick |parental |maternity )?leave|on (vacation|holidays?))|(thank you for (your|the) (e-?mail|message)[.,! ]*)?i('m| am) (currently )?(out of (the )?office|on (annual )?leave|on (vacation|holiday))|this is an automat(ic|ed) (reply|response)",
  ro: "(multumesc pentru mesaj[.,! ]*)?(sunt|voi fi|ma aflu) (plecata? )?(in concediu|in afara biroului)|nu (sunt|voi fi) la birou|lipsesc de la birou|acesta este un (raspuns|mesaj) automat",
  de: "(vielen dank fur ihre (nachricht|e-mail|mail)[.,! ]*)?ich bin (derzeit |zurzeit |momentan |bis |vom )?.{0,40}(nicht im (buro|haus)|abwesend|im urlaub)|dies ist eine automatische",
  fr: "(bonjour[,.! ]*)?(je suis|je serai) (actuellement )?(absente?|en (conges?|vacances)|hors du bureau)|ceci est (une reponse|un message) automatique",
  es: "(actualmente )?(estoy|estare) (fuera de la oficina|de vacaciones|ausente)|esta es una respuesta automatica",
  it: "(al momento )?(sono|saro) (fuori (ufficio|sede)|in ferie|assente)|questa e una risposta automatica",
  pt: "(no momento )?(estou|estarei) (fora do escritorio|de ferias|ausente)|esta e uma resposta automatica",
  ja: ".{0,20}(不在にして(おり|い)ます|休暇(中|をいただいて)|自動(応答|返信)(です|メール))",
  zh: ".{0,20}((目前|正在)?(休假|不在办公室|不在辦公室|外出)|自动回复|自動回覆)",
  pl: "(obecnie )?(jestem|bede) (poza biurem|na urlopie|nieobecn[ya])|to jest automatyczna odpowiedz",
  nl: "ik ben (momenteel )?(afwezig|niet op kantoor|met vakantie)",
};

const SUBJECT = new RegExp(`^(?:${Object.values(SUBJECTS).join("|")})`, "u");
/** "Ana Pop is out of the office", as Notes writes it. */
const NAMED_SUBJECT = /^.{2,80} (is|will be) (currently )?(out of (the )?office|on (vacation|holiday|leave))/u;
const LINE = new RegExp(`^(?:${Object.values(LINES).join("|")})`, "u");
const GREETING =
  /^(hi|hello|dear|good (morning|day|afternoon)|buna( ziua)?|salut|stimat|guten tag|hallo|sehr geehrt|bonjour|hola|buenos dias|ciao|buongiorno|ola|bom dia|dzien dobry|goede(n)?(dag| morgen)|您好|你好|こんにちは)\b.{0,60}$/u;
/** Before the subject of the mail that is answered. */
const PREFIX = /^((re|aw|sv|antw|odp|ynt|res|r|fwd?|wg|回复|答复|回覆|返信)\s?[:：]\s?|\[[^\]]{1,40}\]\s*)+/u;
/** Nobody leaves a longer note; a person who adds that they are away writes about the matter as well. */
const LONGEST_NOTE = 1000;

/** By the subject, as its program wrote it: "Out of Office: [1234] …". */
export const saysAwayInSubject = (subject: string): boolean => {
  const bare = foldText(subject.trim());
  return [bare, bare.replace(PREFIX, "")].some((text) => SUBJECT.test(text) || NAMED_SUBJECT.test(text));
};

/** "Re: …", in any language, or with the number of a request. */
export const answersSubject = (subject: string): boolean => PREFIX.test(foldText(subject.trim()));

/** By its first line, below a greeting. */
export const saysAwayInText = (text: string): boolean => {
  if (text.length > LONGEST_NOTE) return false;
  const lines = foldText(text)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const first = GREETING.test(lines[0] ?? "") ? lines[1] : lines[0];
  return LINE.test(first ?? "");
};
