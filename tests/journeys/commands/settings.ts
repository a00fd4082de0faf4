/** Commands of what a person sets for themselves: where they are signed in, their tokens. */
import { SESSIONS, TOKEN, withAccess } from "../../../apps/web/preview/fixtures/access";
import { button, EMPTIED, type Places, verb } from "./place";

const ENDED = { ended: 1, userErrors: [] };

export const SETTINGS: Places = {
  "identity/settings/sessions-page.tsx": {
    EndOwnSession: {
      path: "/settings/sessions",
      world: { ...withAccess(), revokeSession: ENDED },
      after: withAccess({ sessions: SESSIONS.slice(0, 1) }),
      reach: async (page) => button(page, "Sign out Safari, iOS"),
      told: /^That browser is signed out/,
    },
    EndOtherSessions: {
      path: "/settings/sessions",
      world: { ...withAccess(), revokeAllSessions: { ended: 2, userErrors: [] } },
      after: withAccess({ sessions: SESSIONS.slice(0, 1) }),
      reach: async (page) => {
        await button(page, "Sign out all other browsers").click();
        return verb(page, "Sign out all other browsers");
      },
      told: /^2 other browsers are signed out/,
    },
  },
  "identity/settings/token-form.tsx": {
    CreateToken: {
      path: "/settings/tokens",
      world: {
        ...withAccess({ tokens: [] }),
        createToken: { secret: "accord_pat_example", token: TOKEN, userErrors: [] },
      },
      after: withAccess(),
      reach: async (page) => {
        await page.getByLabel("Name").fill("Customer database");
        await page.getByRole("checkbox", { name: "See your requests" }).check();
        return button(page, "Make the token");
      },
      told: /^The token “Customer database” is made/,
      again: EMPTIED,
    },
  },
  "identity/settings/revoke-token-dialog.tsx": {
    RevokeOwnToken: {
      path: "/settings/tokens",
      world: { ...withAccess(), revokeToken: ENDED },
      after: withAccess({ tokens: [{ ...TOKEN, revokedAt: "2026-11-23T08:30:00.000Z" }] }),
      reach: async (page) => {
        await button(page, "Revoke Customer database").click();
        return verb(page, "Revoke");
      },
      told: /^The token “Customer database” is revoked/,
    },
  },
};
