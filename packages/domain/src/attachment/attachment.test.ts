/** Names, types, limits and sight of files (R7, R92, F47, I-8, A-3). */
import { expect, it } from "vitest";
import type { RequestContact } from "../request/support-request.js";
import { mayRemoveAttachment, seesAttachment } from "./attachment-sight.js";
import { declaredTypeOf, isDeceitful, previewOf, servedTypeOf, UNKNOWN_TYPE } from "./content-type.js";
import { decideUpload } from "./decide-upload.js";
import { displayNameOf } from "./display-name.js";

const NAMES: readonly (readonly [given: string, shown: string])[] = [
  ["report.pdf", "report.pdf"],
  ["Raport ședință.docx", "Raport ședință.docx"],
  ["../../etc/passwd", "passwd"],
  ["..\\..\\windows\\system32\\cmd.exe", "cmd.exe"],
  ["/", "file"],
  ["..", "file"],
  ["", "file"],
  ["a\u0000.txt", "a.txt"],
  ["a\r\nSet-Cookie: x=1.txt", "aSet-Cookie_ x=1.txt"],
  ["invoice\u202Efdp.exe", "invoicefdp.exe"],
  ["\u2066a\u2069\u200e.txt", "a.txt"],
  ["a\u200B\uFEFFb.txt", "ab.txt"],
  ["a\u200db.txt", "ab.txt"],
  ["👩‍💻 log.txt", "👩‍💻 log.txt"],
  ["می‌خواهم.txt", "می‌خواهم.txt"],
  ["CON", "_CON"],
  ["nul.txt", "_nul.txt"],
  ["COM1.log", "_COM1.log"],
  ["console.log", "console.log"],
  ["  .hidden.  ", "hidden"],
  ['<img src=x onerror=alert(1)>".png', "_img src=x onerror=alert(1)__.png"],
  ["a|b?c*d:e", "a_b_c_d_e"],
  ["half \ud800.txt", "half .txt"],
  ["tab\there\u2028x.txt", "tabherex.txt"],
];

it.each(NAMES)("I-8: the name %j is shown as %j", (given, shown) => {
  expect(displayNameOf(given)).toBe(shown);
  expect(displayNameOf(shown)).toBe(shown);
});

it("I-8: a name takes at most 200 bytes and keeps its ending", () => {
  for (const one of ["a", "ș", "漢", "👩‍💻"]) {
    const shown = displayNameOf(`${one.repeat(300)}.tar.gz`);
    expect(new TextEncoder().encode(shown).length).toBeLessThanOrEqual(200);
    expect(shown.endsWith(".gz")).toBe(true);
    expect(shown).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
  }
  expect(new TextEncoder().encode(displayNameOf(`a.${"x".repeat(400)}`)).length).toBeLessThanOrEqual(200);
});

it("I-8: only png, jpeg, gif, pdf and text are handed out by their own type; never HTML or SVG", () => {
  expect(["image/png", "image/jpeg", "image/gif", "application/pdf", "text/plain"].map(servedTypeOf)).toEqual([
    "image/png",
    "image/jpeg",
    "image/gif",
    "application/pdf",
    "text/plain; charset=utf-8",
  ]);
  for (const type of ["text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript", "video/mp4", null])
    expect(servedTypeOf(type)).toBe("application/octet-stream");
});

it("F47: small images and texts are shown in the page, nothing else", () => {
  expect(previewOf("image/png", 1000)).toBe("IMAGE");
  expect(previewOf("image/png", 30 * 1024 ** 2)).toBeNull();
  expect(previewOf("text/plain", 2 * 1024 ** 3)).toBe("TEXT");
  for (const type of ["application/pdf", "image/svg+xml", "text/html", "application/octet-stream", null])
    expect(previewOf(type, 10)).toBeNull();
});

it("I-8: a program or a page under a harmless claim deceives; any other difference is a guess from the name", () => {
  const program = "application/x-msdownload";
  for (const claim of ["image/png", "text/plain", "application/pdf", "application/zip", "video/mp4", "IMAGE/PNG; x=1"])
    expect(isDeceitful(claim, program), claim).toBe(true);
  for (const claim of [UNKNOWN_TYPE, "", program, "application/x-dosexec"])
    expect(isDeceitful(claim, program), claim).toBe(false);
  expect(isDeceitful("text/plain", "application/x-elf")).toBe(true);
  expect(isDeceitful("application/pdf", "application/x.ms.shortcut")).toBe(true);
  expect(isDeceitful("image/png", "text/html")).toBe(true);
  expect(isDeceitful("image/png", "image/svg+xml")).toBe(true);
  expect(isDeceitful("text/plain", "text/html")).toBe(false);
  expect(isDeceitful("application/xml", "image/svg+xml")).toBe(false);
  expect(isDeceitful("image/svg+xml", "image/svg+xml")).toBe(false);
  for (const [claim, bytes] of [
    ["video/mp2t", "text/plain"],
    ["audio/mod", "text/plain"],
    ["audio/x-mpegurl", "text/plain"],
    ["image/vnd.dxf", "text/plain"],
    ["image/emf", UNKNOWN_TYPE],
    ["application/zip", "image/png"],
    ["application/zip", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["application/pdf", UNKNOWN_TYPE],
    ["image/jpeg; x=1", "image/png"],
  ] as const)
    expect(isDeceitful(claim, bytes), claim).toBe(false);
});

it("I-8: a claim that is none is told as unknown", () => {
  expect(declaredTypeOf("Text/Plain; charset=utf-8")).toBe("text/plain; charset=utf-8");
  for (const type of ["", "x", "text/plain\r\nx: y", "a b/c"])
    expect(declaredTypeOf(type)).toBe("application/octet-stream");
});

it("F47: limits are told before a byte is sent: a file, their number, all of them together", () => {
  const limits = { fileBytes: 100, filesPerRequest: 2, fileBytesPerRequest: 150 };
  const none = { files: 0, bytes: 0 };
  expect(decideUpload(100, none, limits)).toMatchObject({ ok: true });
  const refusal = (size: number, held = none) => {
    const decided = decideUpload(size, held, limits);
    return decided.ok
      ? null
      : [decided.refusals[0]?.code, decided.refusals[0]?.params.reason ?? decided.refusals[0]?.params.what];
  };
  expect(refusal(101)).toEqual(["ATTACHMENT_REFUSED", "TOO_LARGE"]);
  for (const size of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(refusal(size)).toEqual(["ATTACHMENT_REFUSED", "EMPTY"]);
  expect(refusal(1, { files: 2, bytes: 2 })).toEqual(["ATTACHMENT_LIMIT_REACHED", "FILES"]);
  expect(refusal(51, { files: 1, bytes: 100 })).toEqual(["ATTACHMENT_LIMIT_REACHED", "BYTES"]);
  expect(refusal(50, { files: 1, bytes: 100 })).toBeNull();
});

it("A-3, F42: a file is seen with what it was sent with, and before that by its sender alone", () => {
  const person = (id: string, roles: readonly ("ENGINEER" | "LEAD" | "ADMINISTRATOR")[] = []) => ({
    id,
    email: `${id}@x.example`,
    isEmailProven: true,
    roles,
  });
  const contact = (accountId: string) =>
    ({ accountId, removedAt: null, email: `${accountId}@x.example`, role: "PRIMARY" }) as unknown as RequestContact;
  const place = (isInternal: boolean, engineerId: string | null = "eng") => ({
    request: { engineerId, teamId: "t1" },
    contacts: [contact("ana")],
    entry: { isInternal },
    teamIds: [] as string[],
  });
  const sent = { uploaderId: "ana", entryId: "evt" };
  expect(seesAttachment(person("ana"), sent, place(false))).toBe(true);
  expect(seesAttachment(person("eng", ["ENGINEER"]), sent, place(false))).toBe(true);
  expect(seesAttachment(person("bob"), sent, place(false))).toBe(false);
  expect(seesAttachment(person("bob", ["ENGINEER"]), sent, { ...place(false, null), teamIds: ["t1"] })).toBe(true);
  expect(seesAttachment(person("bob", ["ENGINEER"]), sent, { ...place(false), teamIds: ["t1"] })).toBe(false);
  expect(seesAttachment(person("ana"), sent, place(true))).toBe(false);
  expect(seesAttachment(person("eng", ["ENGINEER"]), sent, place(true))).toBe(true);
  const pending = { uploaderId: "ana", entryId: null };
  expect(seesAttachment(person("ana"), pending, { ...place(false), entry: null })).toBe(true);
  expect(seesAttachment(person("eng", ["ENGINEER"]), pending, { ...place(false), entry: null })).toBe(false);
  expect(seesAttachment(person("ana"), pending, { ...place(false), entry: null, contacts: [] })).toBe(false);
  expect(seesAttachment(person("ana"), pending, null)).toBe(true);
  expect(seesAttachment(person("bob"), pending, null)).toBe(false);
  expect(mayRemoveAttachment(person("ana"), pending)).toBe(true);
  expect(mayRemoveAttachment(person("ana"), sent)).toBe(false);
  expect(mayRemoveAttachment(person("bob"), pending)).toBe(false);
});
