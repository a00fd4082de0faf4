import { describe, expect, it } from "vitest";
import { isSameOrigin, limitAddress } from "./request-origin.js";

const OURS = "http://localhost:4000";

describe("I-9: whose page sent a request", () => {
  it.each([
    [{ origin: OURS }, true],
    [{ origin: OURS, "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "same-origin" }, true],
    [{}, true],
    [{ origin: "https://evil.example" }, false],
    [{ origin: "null" }, false],
    [{ origin: "http://localhost:4001" }, false],
    [{ origin: "https://localhost:4000" }, false],
    [{ origin: `${OURS}.evil.example` }, false],
    [{ "sec-fetch-site": "cross-site" }, false],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ origin: OURS, "sec-fetch-site": "cross-site" }, false],
    [{ origin: "", "sec-fetch-site": "none" }, false],
  ])("%j: %s", (headers, isOurs) => {
    expect(isSameOrigin(headers, OURS)).toBe(isOurs);
  });
});

describe("the address limits count by", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("%s counts as %s", (ip, key) => {
    expect(limitAddress(ip)).toBe(key);
  });
});
