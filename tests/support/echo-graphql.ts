/** Stands in for the GraphQL handler where a test is about what happens before it: answers who called and with what. */
import type { BootOptions } from "../../apps/api/src/boot-options.js";

export interface Echo {
  readonly principal: {
    readonly kind: string;
    readonly account?: {
      readonly id: string;
      readonly kind: string;
      readonly email: string;
      readonly isGuest: boolean;
      readonly isEmailProven: boolean;
    };
  };
  readonly address: string;
  readonly body: string;
}

export const echoParts: Pick<BootOptions, "createGraphql" | "seed"> = {
  seed: async () => {},
  createGraphql: async () => ({
    handle: async ({ principal, address, body }) => {
      if (body.includes("explode")) throw new Error("SELECT secret FROM /var/lib/accord");
      return {
        status: 200,
        headers: { "content-type": "application/json; charset=utf-8" },
        body: JSON.stringify({ principal, address, body }),
      };
    },
    subscribe: async () => ({ errors: [] }),
    drain: async () => {},
  }),
};
