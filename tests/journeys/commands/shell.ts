/** Commands of the header, which stands above every page. */
import { PROFILE, VIEWER } from "../../../apps/web/preview/fixtures/people";
import type { Places } from "./place";

const ROMANIAN = { ...VIEWER, account: { ...VIEWER.account, profile: { ...PROFILE, language: "RO" } } };

export const SHELL: Places = {
  "app/use-choose-language.ts": {
    ChooseLanguage: {
      path: "/plans",
      world: { completeProfile: { viewer: ROMANIAN, userErrors: [] } },
      after: { viewer: ROMANIAN },
      reach: async (page) => {
        await page.getByRole("button", { name: "Language: English" }).click();
        return page.getByRole("button", { name: "Română", exact: true });
      },
      told: /^De acum, aceste pagini/,
    },
  },
};
