/** Secrets in texts and logs: found where they stand, and ordinary lines left in peace. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSecrets, MASK, maskSecrets } from "./find-secrets.js";

const HEX = "0123456789abcdef";
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...HEX), minLength: length, maxLength: length }).map((text) => text);
const alphanumeric = (min: number, max = min) =>
  fc.string({
    unit: fc.constantFrom(..."ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789"),
    minLength: min,
    maxLength: max,
  });
const capital = (length: number) => alphanumeric(length).map((text) => text.toUpperCase());

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P";
const BLOCK = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\nabc=\n-----END RSA PRIVATE KEY-----";

const SECRETS: readonly [kind: string, line: string, secret: string][] = [
  ["PASSWORD", "password: Winter2026!", "Winter2026!"],
  ["PASSWORD", "Parola: floarea-soarelui", "floarea-soarelui"],
  ["PASSWORD", "parolă = Iarna.2026, de ieri", "Iarna.2026"],
  ["PASSWORD", 'the user is sa, "password" : "hunter" }', "hunter"],
  ["PASSWORD", "DB_PASSWORD=correcthorse", "correcthorse"],
  ["PASSWORD", "Server=db1;User Id=sa;Password=Passw0rd;Encrypt=True", "Passw0rd"],
  ["PASSWORD", "Data Source=db;Pwd=abc$123;", "abc$123"],
  ["PASSWORD", "<add><password>S3cret</password></add>", "S3cret"],
  ["PASSWORD", "My password is Winter2026, it worked yesterday", "Winter2026"],
  ["PASSWORD", "Parola este Iarna2026 pe toate serverele", "Iarna2026"],
  ["PASSWORD", "sqlcmd -S db1 -U sa --password Winter2026", "Winter2026"],
  ["PASSWORD", "postgres://app:s3cret@db.example:5432/accord", "s3cret"],
  ["PASSWORD", "amqps://guest:guest@queue", "guest"],
  ["ACCESS_KEY", "aws_access_key_id AKIAIOSFODNN7EXAMPLE", "AKIAIOSFODNN7EXAMPLE"],
  ["ACCESS_KEY", `git clone https://ghp_${"a1B2".repeat(9)}@x`, `ghp_${"a1B2".repeat(9)}`],
  ["ACCESS_KEY", `token accord_pat_${"a".repeat(43)}_b1C2d3`, `accord_pat_${"a".repeat(43)}_b1C2d3`],
  ["ACCESS_KEY", "AccountName=x;AccountKey=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA==;", "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA=="],
  ["ACCESS_KEY", 'client_secret: "8Q~aB3dE5fG7hI9jK1lM3n"', "8Q~aB3dE5fG7hI9jK1lM3n"],
  ["TOKEN", `cookie=${JWT}; path=/`, JWT],
  ["TOKEN", "Authorization: Bearer 8xLOxBtZp8abcDEF012345", "8xLOxBtZp8abcDEF012345"],
  ["TOKEN", "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="],
  ["CARD_NUMBER", "charged to 4111 1111 1111 1111 today", "4111 1111 1111 1111"],
  ["CARD_NUMBER", "card 5555555555554444", "5555555555554444"],
  ["CARD_NUMBER", "amex 3782-822463-10005.", "3782-822463-10005"],
  ["PRIVATE_KEY", BLOCK, BLOCK],
];

describe("R6, F42, F47: secrets are found", () => {
  it.each(SECRETS)("%s in: %s", (kind, line, secret) => {
    const found = findSecrets(`first\n${line}\nlast`);
    const texts = found.map(({ start, end }) => `first\n${line}\nlast`.slice(start, end));
    expect([found[0]?.kind, texts[0], found[0]?.line]).toEqual([kind, secret, 2]);
  });

  it("wherever they stand, with their line; one press takes all of them out and leaves the rest to the letter", () => {
    const line = fc.constantFrom("plain words", "", "2026-11-23 08:30:00 INFO started", "țară și oraș 👩‍💻", "\r");
    const lines = fc.array(line, { maxLength: 6 });
    const planted = fc.constantFrom(...SECRETS);
    fc.assert(
      fc.property(lines, planted, lines, planted, (before, [, first, secret], between, [, second]) => {
        const text = [...before, first, ...between, second].join("\n");
        const found = findSecrets(text);
        expect(found[0]?.line).toBe(before.length + 1);
        expect(text.slice(found[0]?.start, found[0]?.end)).toBe(secret);
        expect(found.length).toBeGreaterThanOrEqual(2);
        const masked = maskSecrets(text, found);
        expect(findSecrets(masked)).toEqual([]);
        expect(masked.split(MASK)).toHaveLength(found.length + 1);
        expect(masked.startsWith([...before, ""].join("\n"))).toBe(true);
      }),
    );
  });

  it("a key that was cut off is taken out to the end", () => {
    const [found] = findSecrets("x\n-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\nBBBB");
    expect(found).toMatchObject({ kind: "PRIVATE_KEY", line: 2, end: 47 });
  });
});

const ORDINARY: readonly string[] = [
  "Password: incorrect",
  "password: The user name or password is incorrect.",
  "Login failed for user 'sa'. Reason: Password did not match that for the login provided.",
  "Password: ********",
  "password=\u0024{DB_PASSWORD}",
  "Password=%PASSWORD%;",
  "Password: [removed]",
  "password: null, user: null",
  "Parola: greșită",
  "Parola a expirat ieri",
  "Parola este greșită de 3 ori",
  "The password is 90 days old",
  "PasswordLastSet : 11/20/2026 08:15:00",
  "Password expires             Never",
  "badPwdCount: 5",
  "PWD=/home/ana/project",
  "pwd: C:\\Users\\ana",
  "password: string;",
  "Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
  "Unexpected token: } in JSON at position 4012",
  'Bearer error="invalid_token"',
  "WWW-Authenticate: Bearer authorization_uri",
  "The bearer of this message is known to us",
  "at https://portal.example:8443/path@2x.png",
  "https://example.com/a:b@c",
  "-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIE\n-----END CERTIFICATE-----",
  "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkq\n-----END PUBLIC KEY-----",
  "Request 2611230030000412 and 2611 2300 3000 0412",
  "Error 0xC004F074 at 0x4111111111111111",
  "4532.4111111111111111 and -4111111111111111.5",
  "4111 11 1111 111111 11",
  "0000000000000000 4444444444444444",
];

describe("R6, F42, F47: ordinary lines are left in peace", () => {
  it.each(ORDINARY.map((line) => [line]))("nothing in: %s", (line) => {
    expect(findSecrets(line)).toEqual([]);
  });

  it("no identifier, code or line of a log fires, alone or among others", () => {
    const guid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join("-"));
    const group = capital(5);
    const productKey = fc.tuple(group, group, group, group, group).map((parts) => parts.join("-"));
    const moment = fc
      .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString());
    const day = fc.integer({ min: 1, max: 28 }).map((value) => String(value).padStart(2, "0"));
    const month = fc.integer({ min: 1, max: 12 }).map((value) => String(value).padStart(2, "0"));
    const count = fc.integer({ min: 10_000_000, max: 99_999_999 });
    const requestNumber = fc.tuple(month, day, count).map(([mm, dd, rest]) => `26${mm}${dd}00${rest}`);
    const accessId = fc.tuple(capital(3), capital(4), capital(4)).map((parts) => parts.join("-"));
    const agreementId = fc.integer({ min: 1_000_000_000, max: 9_999_999_999 }).map(String);
    const epoch = fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }).map(String);
    const build = fc.tuple(fc.nat(30), fc.nat(9), fc.nat(60_000), fc.nat(900)).map((parts) => parts.join("."));
    const code = hex(8).map((text) => `0x${text}`);
    const thing = fc.oneof(guid, productKey, moment, requestNumber, accessId, agreementId, epoch, build, code, hex(40));
    const line = fc
      .tuple(
        fc.constantFrom("INFO", "Correlation ID:", "token", "Product key:", "id=", "Event 4625, account", "hash:"),
        thing,
        fc.constantFrom("", " failed with", " (build)", ";"),
        thing,
      )
      .map(([name, one, verb, other]) => `${name} ${one}${verb} ${other}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        expect(findSecrets(lines.join("\n"))).toEqual([]);
      }),
    );
  });

  it("nothing in what ships fires: articles, dialogues, forms, the demo world", () => {
    const seeds = new URL("../../../../apps/api/seeds/", import.meta.url);
    const names = readdirSync(seeds, { recursive: true }).map(String);
    const texts = names
      .filter((name) => name.endsWith(".json"))
      .map((name) => readFileSync(new URL(name, seeds), "utf8"));
    expect(texts.length).toBeGreaterThan(80);
    const found = texts.flatMap((text) => findSecrets(text).map(({ start, end }) => text.slice(start - 40, end)));
    expect(found).toEqual([]);
  });

  it("half a million lines that almost match are read in one go", () => {
    for (const piece of ["password", "a://b:", "eyJ", "-----BEGIN PRIVATE KEY-----", "4 1", "-----BEGIN ", "Bearer "])
      expect(findSecrets(piece.repeat(100_000)).length).toBeLessThan(2);
  });
});
