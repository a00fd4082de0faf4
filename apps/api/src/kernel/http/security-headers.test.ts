/** The policy of pages: nothing of Stripe's is loaded but on the page where cards are entered, and only with Stripe (I-9, F25, P-6). */
import { describe, expect, it } from "vitest";
import { readConfig } from "../../config.js";
import { headersFor } from "./security-headers.js";

const withStripe = { STRIPE_SECRET_KEY: "sk", STRIPE_WEBHOOK_SECRET: "whsec", STRIPE_PUBLISHABLE_KEY: "pk" };
const policyOf = (path: string, env: Record<string, string> = withStripe): Map<string, string[]> => {
  const policy = headersFor(readConfig(env), false).pagePolicy("once", path);
  return new Map(policy.split("; ").map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1)]));
};

describe("the policy of a page", () => {
  it.each(["/payment-methods", "/payment-methods/", "/payment-methods?cardSetup=cst_1"])(
    "F25, P-6: lets Stripe's script and frames in at %s where Stripe is configured",
    (path) => {
      const policy = policyOf(path);
      expect(policy.get("script-src")).toEqual(["'self'", "https://js.stripe.com", "https://*.js.stripe.com"]);
      expect(policy.get("frame-src")).toContain("https://js.stripe.com");
      expect(policy.get("connect-src")).toEqual(["'self'", "https://api.stripe.com"]);
      expect(policy.get("default-src")).toEqual(["'none'"]);
      expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
      expect(policy.has("require-trusted-types-for")).toBe(false);
    },
  );

  it.each(["/", "/requests/new", "/plans", "/purchases/pur_1", "/payment-methods-of-others", "/x?y=/payment-methods"])(
    "I-9: keeps everything of Stripe's out of %s",
    (path) => {
      expect([...policyOf(path).values()].flat().join(" ")).not.toContain("stripe");
      expect(policyOf(path).has("require-trusted-types-for")).toBe(true);
    },
  );

  it("I-9: keeps everything of Stripe's out of every page of the sandbox", () => {
    expect([...policyOf("/payment-methods", {}).values()].flat().join(" ")).not.toContain("stripe");
  });
});
