/** Mails by how they are built: HTML, multiparts, character sets, machines; each with what it must come to (F50, K1). */
import type { MailForm } from "./mail-forms.js";

interface Part {
  readonly type: string;
  readonly body: string;
  readonly headers?: readonly string[];
}

interface Body {
  readonly type: string;
  readonly body: string;
}

let boundaries = 0;
/** Content-Type and body of a multipart. */
export const multipart = (kind: string, parts: readonly (Part | { readonly nested: Body })[]): Body => {
  boundaries += 1;
  const boundary = `form-${boundaries}`;
  const written = parts.map((part) =>
    "nested" in part
      ? `Content-Type: ${part.nested.type}\n\n${part.nested.body}`
      : `${[`Content-Type: ${part.type}`, ...(part.headers ?? [])].join("\n")}\n\n${part.body}`,
  );
  return {
    type: `multipart/${kind}; boundary="${boundary}"`,
    body: `${written.map((part) => `--${boundary}\n${part}`).join("\n")}\n--${boundary}--\n`,
  };
};

export const of = (name: string, { type, body }: Body, more: Partial<MailForm> & Pick<MailForm, "own">): MailForm => ({
  name,
  ...more,
  headers: { "Content-Type": type, ...more.headers },
  body: () => body,
});
const html = (name: string, body: string, more: Partial<MailForm> & Pick<MailForm, "own">): MailForm =>
  of(name, { type: "text/html; charset=utf-8", body }, more);
export const text = (body: string): Part => ({ type: "text/plain; charset=utf-8", body });
const page = (body: string): Part => ({ type: "text/html; charset=utf-8", body });

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const picture = (id: string): Part => ({
  type: 'image/png; name="shot.png"',
  headers: [
    "Content-Transfer-Encoding: base64",
    `Content-ID: <${id}>`,
    'Content-Disposition: inline; filename="shot.png"',
  ],
  body: PNG,
});
const calendar = (method: string, state: string): Part => ({
  type: `text/calendar; charset=utf-8; method=${method}`,
  body: `BEGIN:VCALENDAR\nMETHOD:${method}\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=${state}:mailto:ana@client.example\nUID:1\nEND:VEVENT\nEND:VCALENDAR`,
});
const encoded = (charset: string, bytes: Buffer): { type: string; body: string } => ({
  type: `text/plain; charset=${charset}\nContent-Transfer-Encoding: base64`,
  body: bytes.toString("base64"),
});

export const BUILT_FORMS: readonly MailForm[] = [
  html(
    "HTML with a table",
    "<p>Here:</p><table><tr><th>Server</th><th>State</th></tr><tr><td>DC1</td><td>ok</td></tr></table><p>End</p>",
    {
      own: ["Here:\n", "Server | State\nDC1 | ok", "End"],
    },
  ),
  html("HTML with a numbered list", "<ol><li>first</li><li>second</li></ol>", { own: ["1. first", "2. second"] }),
  html("HTML with a link", '<p>See <a href="https://client.example/log">the log</a>.</p>', {
    own: ["the log <https://client.example/log>"],
  }),
  html(
    "Gmail's indent",
    '<div>Before</div><blockquote style="margin:0 0 0 40px;border:none;padding:0px">indented words</blockquote>',
    {
      own: ["Before", "indented words"],
    },
  ),
  html("a picture written into the page", `<p>Look:</p><img src="data:image/png;base64,${PNG}">`, {
    own: ["Look:"],
    files: ["picture-1.png"],
  }),
  html("HTML nested deeper than any program reads", `${"<div>".repeat(4000)}deep words${"</div>".repeat(4000)}`, {
    own: ["deep words"],
  }),
  html("cells outside a table", "<td>one</td><td>two</td>", { own: ["one\n", "two"] }),
  {
    name: "Gmail in HTML",
    headers: { "Content-Type": "text/html; charset=utf-8" },
    body: (letter) =>
      `<div dir="ltr">All good now.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 23 Nov 2026 at 10:30, Accord &lt;<a href="mailto:support@support.example">support@support.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${letter.html}</blockquote></div>`,
    own: ["All good now."],
    isFolded: true,
  },
  {
    name: "Outlook in HTML",
    headers: { "Content-Type": "text/html; charset=utf-8" },
    body: (letter) =>
      `<p class=MsoNormal>All good now.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Accord &lt;support@support.example&gt;<br><b>Sent:</b> Monday, November 23, 2026 10:30<br><b>To:</b> Ana Pop<br><b>Subject:</b> [1234] Windows Server</p></div>${letter.html}`,
    own: ["All good now."],
    isFolded: true,
  },
  of("HTML alone in a multipart", multipart("mixed", [page("<p>Words in HTML</p>")]), { own: ["Words in HTML"] }),
  of(
    "a text that only sends to the HTML",
    multipart("alternative", [
      text("This message needs a program that shows HTML."),
      page("<p>The real words of the person are these.</p>"),
    ]),
    {
      own: ["The real words of the person are these."],
    },
  ),
  of("Apple: words, a picture, words", multipart("mixed", [text("Above."), picture("a@x"), text("Below.")]), {
    own: ["Above.", "Below."],
    files: ["shot.png"],
  }),
  of(
    "Apple: HTML beside a text, with a picture",
    multipart("alternative", [
      text("See [cid:p@x] please"),
      { nested: multipart("related", [page('<p>See <img src="cid:p@x"> please</p>'), picture("p@x")]) },
    ]),
    {
      own: ["See [shot.png] please"],
      files: ["shot.png"],
    },
  ),
  of(
    "everything in the subject",
    { type: "text/plain", body: "" },
    { own: ["It works again, thank you"], headers: { Subject: "It works again, thank you" } },
  ),
  of("nothing but a picture", multipart("mixed", [picture("only@x")]), { own: [], files: ["shot.png"] }),
  of(
    "a mail sent along",
    multipart("mixed", [
      text("Forwarded."),
      { type: "message/rfc822", body: "From: a@b.example\nSubject: inner\n\ninner words" },
    ]),
    { own: ["Forwarded."], files: ["file.eml"] },
  ),
  of("an invitation from a person", multipart("mixed", [text("Shall we talk?"), calendar("REQUEST", "NEEDS-ACTION")]), {
    own: ["Shall we talk?"],
    files: ["file.ics"],
  }),
  of("an appointment declined", multipart("alternative", [text(""), calendar("REPLY", "DECLINED")]), {
    own: [],
    automatic: "CALENDAR_DECLINED",
  }),
  of(
    "Gmail's reaction",
    multipart("alternative", [
      text("👍"),
      { type: "text/vnd.google.email-reaction+json", body: '{"version":1,"emoji":"👍"}' },
    ]),
    { own: ["👍"], automatic: "REACTION" },
  ),
  of(
    "Outlook's reaction",
    { type: "text/plain", body: "Ana Pop reacted to your message:\n👍" },
    { own: ["reacted to your message"], automatic: "REACTION" },
  ),
  of(
    "sealed by PGP",
    multipart("encrypted", [
      { type: "application/pgp-encrypted", body: "Version: 1" },
      { type: "application/octet-stream", body: "-----BEGIN PGP MESSAGE-----" },
    ]),
    { own: [], problem: "UNREADABLE" },
  ),
  of("UTF-16", encoded("utf-16le", Buffer.from("Ana ș ț", "utf16le")), { own: ["Ana ș ț"] }),
  of("Japanese, the old way", encoded("iso-2022-jp", Buffer.from("\x1b$B$3$s$K$A$O\x1b(B", "latin1")), {
    own: ["こんにちは"],
  }),
  of(
    "Western quotes in quoted-printable",
    {
      type: "text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable",
      body: "=93It works=94, she said =96 fine=\n.",
    },
    { own: ["“It works”, she said – fine."] },
  ),
  {
    name: "no content type at all",
    headers: { "Content-Type": "" },
    body: () => "Fără antete.",
    own: ["Fără antete."],
  },
  of(
    "base64 that never was",
    { type: "text/plain\nContent-Transfer-Encoding: base64", body: "The gateway lied about this." },
    { own: ["The gateway lied about this."], problem: "PARTLY_READABLE" },
  ),
  of(
    "a part without an end",
    { type: 'multipart/mixed; boundary="x"', body: "--x\nContent-Type: text/plain\n\nCut on the way" },
    { own: ["Cut on the way"] },
  ),
];
