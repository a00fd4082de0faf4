/** Files as people save them from their spreadsheets, sent through the door of the server: read as they were meant, or refused by line and reason (F56, K2). */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../../../../../../tests/support/test-server.js";
import { textRow, workbookOf } from "../../../../../../tests/support/workbooks.js";

const CORPUS = new URL("../../../../../../tests/corpus/tables/", import.meta.url);
const HEAD = "programme,accessId,agreementId,startsOn,endsOn,incidents,used,recipientName,recipientEmail,language";
const P = "visual-studio-enterprise";
const QUERY = `query ($id: ID!) { agreementImport(id: $id) { state reading rows(first: 20) {
  nodes { line outcome message startsOn endsOn incidents recipient } } } }`;

let server: TestServer;
let admin: string;
beforeAll(async () => {
  server = await startTestServer({ seed: "demo" });
  admin = await server.signInAs("u-admin");
});
afterAll(() => server.stop());

interface Report {
  readonly refused?: string;
  readonly reading?: string;
  /** Of each row: its line, its outcome and why, or what it says. */
  readonly rows?: readonly string[];
}

interface Judged {
  readonly state: string;
  readonly reading: string;
  readonly rows: {
    readonly nodes: readonly {
      readonly line: number;
      readonly outcome: string;
      readonly message: string | null;
      readonly startsOn: string;
      readonly endsOn: string;
      readonly incidents: number | null;
      readonly recipient: string | null;
    }[];
  };
}

const ask = async (query: string, variables: object) => {
  const response = await fetch(`${server.origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": "en", cookie: admin, origin: server.origin },
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: { agreementImport: Judged } }).data;
};

/** Sends a file, waits until its rows are judged, and drops it: nothing of one case is there for the next. */
const reportOf = async (bytes: Uint8Array): Promise<Report> => {
  const sent = await fetch(`${server.origin}/admin/imports?fileName=case`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", cookie: admin, origin: server.origin },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  const answer = (await sent.json()) as { id: string; userErrors?: { message: string }[] };
  if (sent.status !== 201) return { refused: answer.userErrors?.[0]?.message ?? String(sent.status) };
  const { id } = answer;
  for (;;) {
    const { agreementImport: one } = await ask(QUERY, { id });
    if (one.state === "CHECKING") {
      await new Promise((resolve) => setTimeout(resolve, 20));
      continue;
    }
    await ask("mutation ($id: ID!) { cancelAgreementImport(input: { importId: $id }) { userErrors { code } } }", {
      id,
    });
    const rows = one.rows.nodes.map((row) =>
      row.outcome === "ACCEPTED"
        ? `${row.line} ${row.startsOn} ${row.endsOn} ${row.incidents} ${row.recipient ?? "-"}`
        : `${row.line} ${row.message}`,
    );
    return { reading: one.reading, rows };
  }
};

const given = (name: string): Buffer => readFileSync(new URL(name, CORPUS));
const csv = (...lines: string[]): Buffer => Buffer.from([HEAD, ...lines].join("\n"));
const row = (rest: string, id = "A-1"): string => `${P},${id},0000456,${rest}`;

/** Serial 46296 is 2026-10-01 in the system of 1900, 44834 in that of 1904. */
const HEADS = HEAD.split(",");
const shared = (texts: readonly string[]): string => texts.map((text) => `<si><t>${text}</t></si>`).join("");
const headRow = textRow(1, HEADS);
const cells = (line: number, list: readonly string[]): string => `<row r="${line}">${list.join("")}</row>`;
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const START = [text(P), text("X-1"), text("0000456")];
const one = (rows: string, more: object = {}) =>
  workbookOf({ sheets: [{ name: "Sheet1", rows: headRow + rows }], ...more });
const utf16be = (value: string): Buffer => Buffer.from(`\uFEFF${value}`, "utf16le").swap16();
const latin = (value: string): Buffer => Buffer.from(value, "latin1");

type Case = readonly [name: string, bytes: () => Uint8Array | Promise<Uint8Array>];
const GIVEN = readdirSync(CORPUS).filter((name) => !name.endsWith(".json"));
const CASES: readonly Case[] = [
  ...GIVEN.map((name): Case => [name, () => given(name)]),
  // Encodings
  [
    "UTF-16 with the other byte order, tabs",
    () => utf16be([HEAD, row("2026-10-01,,20")].join("\n").replaceAll(",", "\t")),
  ],
  ["UTF-16 without a mark", () => Buffer.from([HEAD, row("2026-10-01,,20")].join("\r\n"), "utf16le")],
  [
    "Windows-1250 (Excel ro)",
    () => latin(`${HEAD}\n${row("2026-10-01,,20,0,\xAAtefan \xDE\xEErlea,,ro")}`.replaceAll(",", ";")),
  ],
  [
    "Windows-1252 (Excel de) with a euro sign",
    () => latin(`${HEAD}\n${row("2026-10-01,,20,0,J\xF6rg M\xFCller \x80,,en")}`.replaceAll(",", ";")),
  ],
  ["neither text nor a workbook", () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0, 9])],
  ["an old workbook (.xls)", () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  // Heads and separators
  [
    "heads in Romanian",
    () =>
      Buffer.from(`Program;ID de acces;ID de acord;Începe la;Se încheie la;Incidente\n${P};A-1;0000456;2026-10-01;;20`),
  ],
  [
    "heads in English words",
    () => Buffer.from(`Programme,Access ID,Agreement ID,Start date\n${P},A-1,0000456,2026-10-01`),
  ],
  ["a column that is not known is named", () => Buffer.from(`${HEAD},colour\n${row("2026-10-01,,20,,,,,red")}`)],
  ["a value under no head", () => Buffer.from(`${HEAD},\n${row("2026-10-01,,20,,,,,red")}`)],
  [
    "sep=; before commas in the head",
    () => Buffer.from(`sep=;\r\n${HEAD.replaceAll(",", ";")}\r\n${row("2026-10-01,,20").replaceAll(",", ";")}`),
  ],
  [
    "quoted head, semicolons in a name",
    () =>
      Buffer.from(
        `"programme","accessId","agreementId","startsOn","recipientName"\n"${P}","A-1","0000456","2026-10-01","Pop; Ion; Ana"`,
      ),
  ],
  ["a head and no rows", () => Buffer.from(HEAD)],
  ["no head that is known", () => Buffer.from("a;b\n1;2")],
  ["the same column under two names", () => Buffer.from("programme,program,accessId,agreementId,startsOn\na,b,c,d,e")],
  ["an empty file", () => Buffer.from("")],
  // Cells
  ["a quotation mark never closed", () => csv(row("2026-10-01"), row('2026-10-01,,20,0,"Ana'), row("2026-10-01"))],
  ["text behind a closing quotation mark", () => csv(row('2026-10-01,,20,0,"Ana" Pop'))],
  ["cells left out at the end", () => csv(row("2026-10-01"))],
  [
    "lines end in three ways, an empty one between",
    () => Buffer.from(`${HEAD}\r\n${row("2026-10-01")}\r\r\n\n${row("2026-10-02", "A-2")}\n`),
  ],
  [
    "other forms of days",
    () =>
      csv(
        row("1/10/2026", "A-1"),
        row("46296", "A-2"),
        row("2026-10-01 00:00", "A-3"),
        row("2026-1-1", "A-4"),
        row(",2026-10-01", "A-5"),
      ),
  ],
  [
    "other forms of numbers",
    () =>
      csv(
        ...["20.0", "1.000", "1 000", "1’000", "05", "-1", "2E+05", "+5", "1000000", "unlimited", "nelimitat"].map(
          (count, at) => row(`2026-10-01,,${count.includes(",") ? `"${count}"` : count}`, `A-${at}`),
        ),
      ),
  ],
  ["a decimal comma in quotation marks", () => csv(row('2026-10-01,,"20,00","5,00"'))],
  [
    "IDs a spreadsheet has changed",
    () =>
      csv(
        `${P},9.2E+09,0000456,2026-10-01`,
        `${P},A-1,2026-10-01,2026-10-01`,
        `${P},A-2,"9,2E+9",2026-10-01`,
        `${P},,1,2026-10-01`,
      ),
  ],
  ["spaces that do not break around cells", () => csv(`\u00A0${P} ,A-1,\u00A00000456,2026-10-01\u00A0,, 20`)],
  [
    "apostrophes of our own files",
    () => csv(`${P},'001,'0000456,'2026-10-01,,'20,0,'t Hooft`, `${P},''=2,'0000457,2026-10-01`),
  ],
  // JSON
  [
    "JSON: a number as an ID",
    () => Buffer.from(JSON.stringify([{ programme: P, accessId: "A-1", agreementId: 456, startsOn: "2026-10-01" }])),
  ],
  [
    "JSON: fields of another type",
    () =>
      Buffer.from(
        JSON.stringify([
          { programme: P, accessId: "A-1", agreementId: "0456", startsOn: 20261001 },
          { programme: P, accessId: "A-2", agreementId: "0456", startsOn: "2026-10-01", incidents: [20] },
          { programme: P, accessId: "A-3", agreementId: "0456", startsOn: "2026-10-01", used: true },
          { programme: P, accessId: "A-4", agreementId: "0456", startsOn: "2026-10-01", incidents: 20.5 },
          {
            programme: P,
            accessId: "A-5",
            agreementId: "0456",
            startsOn: "2026-10-01",
            incidents: 20,
            recipientName: null,
          },
        ]),
      ),
  ],
  ["JSON that is no list of objects", () => Buffer.from('[{"programme": 1},\n oops]')],
  // Workbooks
  [
    "Excel: shared and rich strings, a day, a number",
    () =>
      workbookOf({
        strings:
          shared([...HEADS, P, "X-1", "0000456"]) +
          '<si><r><t>Ana </t></r><r><t xml:space="preserve">Pop</t></r><rPh><t>no</t></rPh></si>',
        formats: [0, 14],
        sheets: [
          {
            name: "Foaie1",
            rows:
              cells(
                1,
                HEADS.map((_, at) => `<c t="s"><v>${at}</v></c>`),
              ) +
              cells(2, [
                '<c r="A2" t="s"><v>10</v></c><c r="B2" t="s"><v>11</v></c><c r="C2" t="s"><v>12</v></c><c r="D2" s="1"><v>46296</v></c><c r="F2"><v>20</v></c><c r="H2" t="s"><v>13</v></c>',
              ]),
          },
        ],
      }),
  ],
  [
    "days of 1904",
    () =>
      one(cells(2, [...START, '<c r="D2" s="1"><v>44834</v></c>']), { formats: [0, "yyyy\\-mm\\-dd"], is1904: true }),
  ],
  [
    "LibreOffice: days in a format of its own, an hour, a number without format",
    () =>
      one(
        cells(2, [...START, '<c r="D2" s="1"><v>46296</v></c>']) +
          cells(3, [text(P), text("X-2"), text("1"), '<c r="D3" s="1"><v>46296.5</v></c>']) +
          cells(4, [text(P), text("X-3"), text("1"), '<c r="D4"><v>46296</v></c>']),
        { formats: [0, "[$-418]dd\\.mm\\.yyyy;@"] },
      ),
  ],
  [
    "Google Sheets: inline, ISO days",
    () => one(cells(2, [...START, '<c t="d"><v>2026-10-01T00:00:00</v></c>', "<c/>", "<c><v>2.0E1</v></c>"])),
  ],
  ["elements with a prefix (Numbers, SDK)", () => one(cells(2, [...START, text("2026-10-01")]), { prefix: "x" })],
  [
    "an ID stored as a number, a formula, an error, true",
    () =>
      one(
        cells(2, [text(P), text("X-1"), "<c><v>456</v></c>", text("2026-10-01")]) +
          cells(3, [text(P), text("X-2"), "<c><f>B2&amp;C2</f><v>1</v></c>", text("2026-10-01")]) +
          cells(4, [text(P), text("X-3"), text("1"), '<c t="e"><v>#N/A</v></c>']) +
          cells(5, [text(P), text("X-4"), text("1"), text("2026-10-01"), "<c/>", '<c t="b"><v>1</v></c>']) +
          cells(6, [text(P), text("X-5"), text("1"), text("2026-10-01"), "<c/>", "<c><v>20.5</v></c>"]) +
          cells(7, [text(P), text("X-6"), text("1"), '<c t="str"><f t="shared" si="0"/><v>2026-10-01</v></c>']),
      ),
  ],
  [
    "a value right of the head, empty rows between",
    () =>
      one(
        cells(5, [...START, text("2026-10-01")]) +
          cells(7, [text(P), text("X-2"), text("2"), text("2026-10-01"), '<c r="L7"><v>1</v></c>']),
      ),
  ],
  [
    "a hidden sheet is not read",
    () =>
      workbookOf({
        sheets: [
          { name: "Old", state: "hidden", rows: textRow(1, ["x"]) },
          { name: "Acorduri", rows: headRow + cells(2, [...START, text("2026-10-01")]) },
          { name: "Empty", rows: "" },
        ],
      }),
  ],
  [
    "two sheets with rows",
    () =>
      workbookOf({
        sheets: [
          { name: "A", rows: headRow },
          { name: "B", rows: textRow(1, ["x"]) },
        ],
      }),
  ],
  [
    "merged cells",
    () =>
      workbookOf({
        sheets: [
          {
            name: "A",
            rows: headRow + cells(2, [...START, text("2026-10-01")]),
            after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
          },
        ],
      }),
  ],
  [
    "a document type in a part",
    () => one("", { parts: { "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' } }),
  ],
  [
    "a package of another kind",
    () => workbookOf({ sheets: [], parts: { "_rels/.rels": "<Relationships/>", "xl/workbook.xml": "" } }),
  ],
  ["a package cut off", async () => (await one(cells(2, [...START, text("2026-10-01")]))).subarray(0, 900)],
];

/** Looked at one by one: what people of these files meant. */
const EXPECTED: Readonly<Record<string, Report>> = JSON.parse(readFileSync(new URL("expected.json", CORPUS), "utf8"));

it.each(CASES)("F56: %s", async (name, bytes) => {
  expect(await reportOf(await bytes())).toEqual(EXPECTED[name]);
});

it("F56: nothing is expected of a file that is not sent", () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(CASES.map(([name]) => name).sort());
});
