/** Mails as programs write them, each with what it must come to; they quote our letter by themselves, by nobody's rules but their own (F50, K1). */

export interface Letter {
  readonly text: string;
  readonly html: string;
}

export interface MailForm {
  readonly name: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: (letter: Letter) => string;
  /** Each stands in the text that is shown. */
  readonly own: readonly string[];
  /** Our letter is folded: nothing of it is shown as the person's words. */
  readonly isFolded?: boolean;
  /** Also folded, and not shown. */
  readonly folded?: readonly string[];
  readonly files?: readonly string[];
  readonly automatic?: string;
  readonly problem?: string;
  /** MAIL FROM; left out: an address of somebody. */
  readonly envelopeFrom?: string;
}

const FROM = "Accord <support@support.example>";
const WORDS = "Merge acum, mulțumesc frumos.";

export const quote = (text: string): string =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");

/** The answer above, the letter below its head as it stands: Outlook and those like it. */
const below = (name: string, head: string, own = WORDS): MailForm => ({
  name,
  body: ({ text }) => `${own}\n\n${head}\n\n${text}`,
  own: [own],
  isFolded: true,
});
/** The answer above, the letter quoted line by line. */
const marked = (name: string, head: string, own = WORDS): MailForm => ({
  name,
  body: ({ text }) => `${own}\n\n${head}\n\n${quote(text)}\n`,
  own: [own],
  isFolded: true,
});
const whole = (name: string, own: string, more: Partial<MailForm> = {}): MailForm => ({
  name,
  body: () => own,
  own: own.split("\n").filter((line) => line.trim() !== ""),
  ...more,
});

const OUTLOOK: readonly (readonly [string, string])[] = [
  [
    "fr",
    `De : ${FROM}\nEnvoyé : lundi 23 novembre 2026 10:30\nÀ : Ana Pop <ana@client.example>\nObjet : [1234] Windows Server`,
  ],
  ["es", `De: ${FROM}\nEnviado el: lunes, 23 de noviembre de 2026 10:30\nPara: Ana Pop\nAsunto: [1234] Windows Server`],
  ["it", `Da: ${FROM}\nInviato: lunedì 23 novembre 2026 10:30\nA: Ana Pop\nOggetto: [1234] Windows Server`],
  ["pl", `Od: ${FROM}\nWysłano: poniedziałek, 23 listopada 2026 10:30\nDo: Ana Pop\nTemat: [1234] Windows Server`],
  [
    "pt",
    `De: ${FROM}\nEnviado: segunda-feira, 23 de novembro de 2026 10:30\nPara: Ana Pop\nAssunto: [1234] Windows Server`,
  ],
  ["nl", `Van: ${FROM}\nVerzonden: maandag 23 november 2026 10:30\nAan: Ana Pop\nOnderwerp: [1234] Windows Server`],
  ["ja", `差出人: ${FROM}\n送信日時: 2026年11月23日 10:30\n宛先: Ana Pop\n件名: [1234] Windows Server`],
  ["zh-Hans", `发件人: ${FROM}\n发送时间: 2026年11月23日 10:30\n收件人: Ana Pop\n主题: [1234] Windows Server`],
  ["zh-Hant", `寄件者: ${FROM}\n寄件日期: 2026年11月23日 10:30\n收件者: Ana Pop\n主旨: [1234] Windows Server`],
  [
    "in bold, by Gmail",
    `*From:* ${FROM}\n*Sent:* Monday, 23 November 2026 10:30\n*To:* Ana Pop\n*Subject:* [1234] Windows Server`,
  ],
  [
    "with a long list of recipients",
    `From: ${FROM}\nSent: Monday 10:30\nTo: Ana Pop <ana@client.example>;\n Ion Pop <ion@client.example>\nCc: it@client.example\nSubject: [1234] Windows Server`,
  ],
];

export const QUOTING_FORMS: readonly MailForm[] = [
  ...OUTLOOK.map(([language, head]) => below(`Outlook, ${language}`, head)),
  below(
    "Outlook's telephone",
    `Get Outlook for iOS\n________________________________\nFrom: ${FROM}\nSent: Monday, November 23, 2026 10:30\nTo: Ana Pop\nSubject: [1234] Windows Server`,
  ),
  below(
    "Outlook's old line",
    `-----Original Message-----\nFrom: ${FROM}\nSent: Monday, November 23, 2026 10:30\nTo: Ana Pop\nSubject: RE: [1234]`,
  ),
  below(
    "Samsung",
    `-------- Original message --------\nFrom: ${FROM}\nDate: 23/11/2026 10:30 (GMT+02:00)\nTo: ana@client.example\nSubject: [1234] Windows Server`,
  ),
  below(
    "Zimbra",
    `----- Original Message -----\nFrom: "Accord" <support@support.example>\nTo: "Ana Pop" <ana@client.example>\nSent: Monday, 23 November, 2026 10:30:00\nSubject: [1234] Windows Server`,
  ),
  below(
    "Notes",
    `-----"Accord" <support@support.example> wrote: -----\nTo: ana@client.example\nFrom: "Accord" <support@support.example>\nDate: 11/23/2026 10:30AM\nSubject: [1234] Windows Server`,
  ),
  below(
    "QQ",
    `------------------ 原始邮件 ------------------\n发件人: "Accord" <support@support.example>;\n发送时间: 2026年11月23日(星期一) 上午10:30\n收件人: "ana"<ana@client.example>;\n主题: [1234] Windows Server`,
  ),
  below(
    "GMX",
    `Gesendet: Montag, 23. November 2026 um 10:30 Uhr\nVon: "Accord" <support@support.example>\nAn: ana@client.example\nBetreff: [1234] Windows Server`,
  ),
  below("a telephone that quotes with nothing but our marker", "⎯⎯⎯⎯"),
  marked("Thunderbird, German", "Am 23.11.2026 um 10:30 schrieb Accord:"),
  marked("Thunderbird, French", "Le 23/11/2026 à 10:30, Accord a écrit :"),
  marked("Gmail, Spanish", `El lun, 23 nov 2026 a las 10:30, Accord (<support@support.example>) escribió:`),
  marked("Gmail, Italian", `Il giorno lun 23 nov 2026 alle ore 10:30 ${FROM} ha scritto:`),
  marked(
    "Gmail, Portuguese, broken",
    `Em seg., 23 de nov. de 2026 às 10:30, Accord <\nsupport@support.example> escreveu:`,
  ),
  marked("Gmail, Japanese", `2026年11月23日(月) 10:30 ${FROM}:`),
  marked("Gmail, Chinese", `${FROM} 于2026年11月23日周一 10:30写道：`),
  marked("Gmail, Polish", `pon., 23 lis 2026 o 10:30 ${FROM} napisał(a):`),
  marked("K-9", `Am 23. November 2026 10:30:15 OEZ schrieb ${FROM}:`),
  marked("iOS, Romanian", `Pe 23 nov. 2026, la 10:30, ${FROM} a scris:`),
  marked(
    "ProtonMail",
    `Sent with Proton Mail secure email.\n\nOn Monday, November 23rd, 2026 at 10:30 AM, ${FROM} wrote:`,
  ),
  marked("Yandex", `23.11.2026, 10:30, "Accord" <support@support.example>:`),
  marked("NetEase", `At 2026-11-23 10:30:00, "Accord" <support@support.example> wrote:`),
  marked("a thumb alone", `On Mon, 23 Nov 2026 at 10:30, ${FROM} wrote:`, "👍"),
  {
    name: "iOS, the introduction quoted as well",
    body: ({ text }) =>
      `${WORDS}\n\nTrimis de pe iPhone\n\n${quote(`On 23 Nov 2026, at 10:30, ${FROM} wrote:\n\n${text}`)}\n`,
    own: [WORDS, "Trimis de pe iPhone"],
    isFolded: true,
  },
  {
    name: "a signature above the quote",
    body: ({ text }) =>
      `${WORDS}\n\n-- \nAna Pop\nTel. +40 21 555 01 00\n\nOn Mon, 23 Nov 2026 at 10:30, ${FROM} wrote:\n${quote(text)}`,
    own: [WORDS],
    folded: ["+40 21 555 01 00"],
    isFolded: true,
  },
  {
    name: "an answer below the whole quote",
    body: ({ text }) => `On Mon, 23 Nov 2026 at 10:30, ${FROM} wrote:\n${quote(text)}\n\nBuild 26100.4061 on both.\n`,
    own: ["Build 26100.4061 on both."],
  },
  {
    name: "answers within the letter that Outlook did not mark",
    body: ({ text }) =>
      `See below.\n\nFrom: ${FROM}\nSent: Monday\nTo: Ana Pop\nSubject: [1234]\n\n${text}\nMy answer stands here, under your letter.\n`,
    own: ["See below.", "My answer stands here, under your letter."],
  },
  {
    name: "a quote of somebody else at the end, introduced by the person",
    body: () => "This is what the vendor told us:\nOn 20 November at 09:15 their engineer wrote:\n> try again\n",
    own: ["This is what the vendor told us:", "On 20 November at 09:15 their engineer wrote:"],
  },
];

export const LOOKALIKE_FORMS: readonly MailForm[] = [
  whole("a script with --", "Run this:\n--\nselect 1\n--\nselect 2\n--\ngo"),
  whole(
    "a patch",
    "From: Ana Pop\nDate: Mon, 23 Nov 2026\nSubject: [PATCH] fix\n\n---\n a.c | 2 +-\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n-- \n2.43.0",
  ),
  whole(
    "a table drawn with underscores",
    "Results:\n______________________________\nserver   state\n______________________________\nDC1      ok\nDC2      failed\n______________________________\nWhat next?",
  ),
  whole(
    "a mail head that was pasted",
    "The alert said:\nFrom: monitor@client.example\nSent: Monday 10:00\nTo: ops@client.example\nSubject: disk full\n\nSince then it is slow.",
  ),
  whole(
    "a mail head that was pasted last",
    "The alert said:\nFrom: monitor@client.example\nSent: Monday 10:00\nTo: ops@client.example\nSubject: disk full",
  ),
  whole(
    "the footer of a list",
    "We restarted it.\n_______________________________________________\nit mailing list\nit@client.example\nhttps://lists.client.example/it",
  ),
  whole(
    "a banner of a mail gateway",
    "ZjQcmQRYFpfptBannerStart\nThis Message Is From an External Sender\nZjQcmQRYFpfptBannerEnd\n\nIt works again.",
  ),
  whole(
    "words that look like our letter's",
    "Hello,\nThere is a new message in the log:\nPlease write above this line or below, it does not matter.",
  ),
  whole("a person who mentions being away", "I am out of office from Friday, so please answer before.", {
    headers: { Subject: "Re: [1234] Windows Server" },
    automatic: "VACATION",
  }),
  whole("a log with control characters", "line one\u000bline two\u0001end", { own: ["line one\nline two␁end"] }),
];
