/** K9: no value of any name ends in anything but a configuration or one line that names it. */
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.js";
import { environmentSchema } from "./environment.js";
import { ConfigError } from "./kernel/config-error.js";

const GARBAGE = [
  "foo",
  " ",
  "0",
  "-1",
  "99999999",
  "1e9",
  "NaN",
  "null",
  "undefined",
  "true",
  "[]",
  "{}",
  '{"a":1}',
  "{",
  '"',
  "''",
  "\\",
  "/",
  "//",
  "://",
  "http://",
  "http:///x",
  "https://[",
  "http://a b",
  "http://:80",
  "postgres://",
  "postgres://[",
  "sqlite:",
  "file:",
  "s3://",
  "s3://[",
  "tcp://",
  "tcp://x",
  "unix:",
  "smtp://",
  "smtp://[",
  "a@",
  "@b",
  "a@b@c",
  "999.999.999.999",
  "::::",
  "127.0.0.1/99",
  ",",
  ",,",
  "localhost",
  "2026-13-45T99:99:99Z",
  "yesterday",
  "Europe/Atlantis",
  "x\ny",
  "\u0000",
  "ș",
  "a".repeat(5000),
];
const names = Object.keys(environmentSchema.shape);

describe("K9: every name of the environment with every kind of garbage", () => {
  it.each(names)("%s", (name) => {
    for (const value of GARBAGE) {
      try {
        readConfig({ [name]: value });
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
        const { message } = error as Error;
        expect([value, message.split("\n")]).toEqual([value, [expect.stringContaining(name)]]);
      }
    }
  });

  it("knows the names of the contract", () => {
    for (const name of ["BIND", "METRICS_BIND", "ACCORD_DEMO", "LOG_FORMAT", "PORT", "TRUST_PROXY"])
      expect(names).toContain(name);
    expect(names.length).toBeGreaterThan(30);
  });
});
