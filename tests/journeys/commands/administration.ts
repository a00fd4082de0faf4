/** Commands of administration beside agreements: imports, packs, people. */
import { connectionOf } from "../../../apps/web/preview/fixture-answers";
import { ADMINISTRATOR, summary } from "../../../apps/web/src/features/administration/testing";
import { button, type Places, verb } from "./place";

const imported = (state: string) => ({
  id: "imp_1",
  fileName: "agreements.csv",
  state,
  reading: null,
  total: 2,
  done: 1,
  accepted: 1,
  existing: 0,
  rejected: 1,
  rejectedUrl: "/admin/imports/imp_1/rejected.csv",
  createdAt: "2026-11-23T08:30:00.000Z",
  finishedAt: null,
  createdBy: summary("acc_irina", "Irina Marin"),
  rows: connectionOf([]),
});
const PACK = {
  kind: "PRODUCTS",
  version: 1,
  digest: "d1",
  state: "IN_FORCE",
  effectiveOn: "2026-11-01",
  loadedAt: "2026-11-01T08:00:00Z",
  loadedBy: null,
};
const PREVIEW = {
  kind: "PRODUCTS",
  effectiveOn: "2027-01-01",
  digest: "looked-at",
  isUnchanged: false,
  problems: [],
  changes: connectionOf([{ op: "CHANGED", path: "windows-server.name", before: '"A"', after: '"B"' }]),
  plans: connectionOf([]),
  drafts: connectionOf([]),
};
const packs = (more: object = {}) => ({
  viewer: { ...ADMINISTRATOR, staffRights: ["READ_PACKS", "LOAD_PACKS"] },
  packs: [PACK],
  createPackPreview: { preview: PREVIEW, userErrors: [] },
  ...more,
});
const SESSION = {
  id: "ses_1",
  createdAt: "2026-11-23T07:30:00.000Z",
  lastSeenAt: "2026-11-23T08:00:00.000Z",
  expiresAt: "2026-11-23T19:30:00.000Z",
  isCurrent: false,
};
const TOKEN = {
  id: "tok_1",
  name: "Nightly report",
  scopes: ["REQUESTS_READ"],
  createdAt: "2026-11-20T08:30:00.000Z",
  lastUsedAt: null,
  expiresAt: "2027-11-20T08:30:00.000Z",
  revokedAt: null as string | null,
};
const person = (more: object = {}) => ({
  id: "acc_petra",
  kind: "WORK",
  isGuest: false,
  givenName: "Petra",
  familyName: "Novak",
  email: "petra.novak@desk.example",
  isEmailProven: true,
  roles: ["ENGINEER"],
  createdAt: "2026-11-20T08:30:00.000Z",
  identities: [{ issuer: "https://id.example", subject: "sub-1" }],
  sessions: [SESSION],
  tokens: [TOKEN],
  ...more,
});
const people = (more: object) => ({ viewer: ADMINISTRATOR, managedAccount: person(), ...more });
const PERSON = "/administration/people/acc_petra";
const ENDED = { ended: 1, userErrors: [] };

const ARTICLE = {
  id: "printer-prints-zebras",
  revision: 4,
  kind: "PORTAL",
  family: null,
  problems: [],
  tags: ["zebra"],
  title: "The printer prints zebras",
  titleRo: "Imprimanta tipărește zebre",
  body: "Clean the **drum**.",
  bodyRo: "Curățați **tamburul**.",
  audience: ["Administrators"],
  related: [],
  updatedOn: "2026-11-23",
  editedAt: null,
  retiredAt: null,
};
const written = (more: object) => ({
  viewer: { ...ADMINISTRATOR, staffRights: ["MANAGE_ARTICLES"] },
  managedArticles: [ARTICLE],
  managedArticle: ARTICLE,
  ...more,
});

export const ADMINISTRATION: Places = {
  "administration/articles/article-form.tsx": {
    SaveArticle: {
      path: "/administration/articles/printer-prints-zebras",
      world: written({ saveArticle: { article: { ...ARTICLE, revision: 5 }, userErrors: [] } }),
      reach: async (page) => button(page, "Save article"),
      told: /^The article is saved/,
      again: "a form that is there for every later change; the same saved again is only one revision more",
    },
  },
  "administration/articles/retire-article.tsx": {
    RetireArticle: {
      path: "/administration/articles/printer-prints-zebras",
      world: written({
        retireArticle: { article: { ...ARTICLE, revision: 5, retiredAt: "2026-11-23T08:30:00.000Z" }, userErrors: [] },
      }),
      reach: async (page) => button(page, "Retire article"),
      told: /^The article is shown no more/,
    },
  },
  "administration/imports/import-page.tsx": {
    StartAgreementImport: {
      path: "/administration/imports/imp_1",
      world: {
        viewer: ADMINISTRATOR,
        agreementImport: imported("CHECKED"),
        startAgreementImport: { agreementImport: imported("LOADING"), userErrors: [] },
      },
      after: { agreementImport: imported("LOADING") },
      reach: async (page) => button(page, "Load 1 agreement"),
      told: /^The rows are being loaded/,
    },
    CancelAgreementImport: {
      path: "/administration/imports/imp_1",
      world: {
        viewer: ADMINISTRATOR,
        agreementImport: imported("CHECKED"),
        cancelAgreementImport: { agreementImport: imported("CANCELLED"), userErrors: [] },
      },
      after: { agreementImport: imported("CANCELLED") },
      reach: async (page) => button(page, "Stop this import"),
      told: /^The import is stopped/,
    },
  },
  "administration/packs/use-pack.ts": {
    PreviewPack: {
      path: "/administration/packs/products",
      world: packs(),
      reach: async (page) => {
        await page.getByLabel("Content of the file").fill("[]");
        return button(page, "See what it would do");
      },
      told: /^1\s*change/,
      again: "a look changes nothing; it can be taken as often as one likes",
    },
    LoadPack: {
      path: "/administration/packs/products",
      world: packs({ updatePack: { pack: { ...PACK, version: 2, digest: "looked-at" }, userErrors: [] } }),
      reach: async (page) => {
        await page.getByLabel("Content of the file").fill("[]");
        await button(page, "See what it would do").click();
        await button(page, "Load it").click();
        return verb(page, "Load it");
      },
      told: /^Loaded: version 2 is in force/,
    },
  },
  "administration/people/sessions-card.tsx": {
    RevokeSession: {
      path: PERSON,
      world: people({ revokeSession: ENDED }),
      after: { managedAccount: person({ sessions: [] }) },
      reach: async (page) => button(page, "End"),
      told: /^The session is ended/,
    },
    RevokeAllSessions: {
      path: PERSON,
      world: people({ revokeAllSessions: ENDED }),
      after: { managedAccount: person({ sessions: [] }) },
      reach: async (page) => button(page, "Sign out everywhere"),
      told: /^All sessions of this account are ended/,
    },
  },
  "administration/people/tokens-card.tsx": {
    RevokeToken: {
      path: PERSON,
      world: people({ revokeToken: ENDED }),
      after: { managedAccount: person({ tokens: [{ ...TOKEN, revokedAt: "2026-11-23T08:30:00.000Z" }] }) },
      reach: async (page) => button(page, "Revoke"),
      told: /^The token “Nightly report” is revoked/,
    },
  },
  "administration/people/roles-card.tsx": {
    SetStaffRoles: {
      path: PERSON,
      world: people({ updateStaffRoles: { account: person({ roles: ["ENGINEER", "LEAD"] }), userErrors: [] } }),
      after: { managedAccount: person({ roles: ["ENGINEER", "LEAD"] }) },
      reach: async (page) => {
        await page.getByRole("checkbox", { name: "Lead" }).check();
        return button(page, "Save roles");
      },
      told: /^Roles saved/,
    },
  },
  "administration/people/partners-page.tsx": {
    SetPartnerTenants: {
      path: "/administration/people/partners",
      world: {
        viewer: ADMINISTRATOR,
        partnerTenants: [{ tenantId: "one" }],
        updatePartnerTenants: { partnerTenants: [{ tenantId: "one" }, { tenantId: "two" }], userErrors: [] },
      },
      reach: async (page) => {
        await page.getByLabel("Directory IDs").fill("one\ntwo");
        return button(page, "Save the list");
      },
      told: /^Partner organisations saved/,
    },
  },
};
