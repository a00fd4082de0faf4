/** Mails that machines send, each with what it must come to (F50, K1). */
import type { MailForm } from "./mail-forms.js";
import { multipart, of, text } from "./mail-shapes.js";

const away = (language: string, subject: string, body: string): MailForm => ({
  name: `a note that somebody is away, ${language}`,
  headers: { Subject: subject },
  body: () => body,
  own: [body],
  automatic: "VACATION",
});

export const MACHINE_FORMS: readonly MailForm[] = [
  away("ro", "Răspuns automat: [1234] Windows Server", "Sunt în concediu până luni."),
  away("de", "Automatische Antwort: [1234] Windows Server", "Ich bin nicht im Büro."),
  away("fr", "Réponse automatique : [1234]", "Je suis en congés."),
  away("es", "Respuesta automática: [1234]", "Estoy fuera de la oficina."),
  away("it", "Risposta automatica: [1234]", "Sono in ferie."),
  away("pt", "Resposta automática: [1234]", "Estou de férias."),
  away("ja", "自動応答: [1234]", "不在にしております。"),
  away("zh-Hans", "自动回复: [1234]", "我正在休假。"),
  away("zh-Hant", "自動回覆: [1234]", "我目前不在辦公室。"),
  away("pl", "Automatyczna odpowiedź: [1234]", "Jestem na urlopie."),
  away("by its first line", "Re: [1234] Windows Server", "Hello,\n\nI am on annual leave until 7 December."),
  {
    name: "a ticket system",
    headers: { "Auto-Submitted": "auto-generated", Subject: "[JIRA] (OPS-1) received" },
    body: () => "We received your request.",
    own: ["We received your request."],
    automatic: "OTHER",
  },
  {
    name: "a bulk mail",
    headers: { Precedence: "bulk" },
    body: () => "News of the week",
    own: ["News of the week"],
    automatic: "OTHER",
  },
  {
    name: "a mail with the empty sender",
    body: () => "Something",
    own: ["Something"],
    automatic: "OTHER",
    envelopeFrom: "",
  },
  of(
    "a delayed report to the wrong address",
    multipart("report; report-type=delivery-status", [
      text("Delayed."),
      {
        type: "message/delivery-status",
        body: "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; a@b.example\nAction: delayed",
      },
    ]),
    { own: ["Delayed."], automatic: "DELIVERY_REPORT" },
  ),
];
