/** An administrator's world for the tests of these pages. */
import { connectionOf } from "../../../preview/fixture-answers";
import { ACCOUNT, VIEWER } from "../../../preview/fixtures/people";

export const ADMINISTRATOR = {
  ...VIEWER,
  account: { ...ACCOUNT, id: "acc_irina", roles: ["ADMINISTRATOR"] },
  staffRights: [
    "SEE_QUEUE",
    "READ_AGREEMENTS",
    "MANAGE_AGREEMENTS",
    "READ_ACCOUNTS",
    "MANAGE_STAFF",
    "MANAGE_SESSIONS",
    "READ_AUDIT",
  ],
};
export const AUDITOR = {
  ...ADMINISTRATOR,
  account: { ...ACCOUNT, id: "acc_ada", roles: ["AUDITOR"] },
  staffRights: ["READ_AGREEMENTS", "READ_ACCOUNTS", "READ_AUDIT"],
};

export const summary = (id: string, name: string) => ({ id, name, email: `${id}@example.com`, kind: "WORK" });

export const agreement = (id: string, more: object = {}) => ({
  id,
  state: "ACTIVE",
  startsOn: "2026-12-01",
  endsOn: "2027-12-01",
  daysLeft: 373,
  timeZone: "UTC",
  incidentsTotal: 20,
  incidentsRemaining: 7,
  accessIdEnding: "4F2A",
  agreementIdEnding: "81C0",
  recipient: { name: `Recipient of ${id}`, email: `${id}@example.com`, language: "RO" },
  programme: { id: "core", name: "Core support 20-pack" },
  createdAt: "2026-11-20T08:30:00.000Z",
  revokedAt: null,
  redeemBy: null,
  activatedAt: null,
  letterUrl: `/admin/letters/${id}`,
  activation: null,
  usage: { requestCount: 2, incidentsUsed: 13, lastUsedAt: "2026-11-22T08:30:00.000Z" },
  holders: [{ registeredAt: "2026-11-21T08:30:00.000Z", incidentsUsed: 13, account: summary("acc_ana", "Ana Pop") }],
  ledger: connectionOf([
    {
      id: "led_1",
      at: "2026-11-22T08:30:00.000Z",
      kind: "ADJUST",
      incidents: -13,
      balanceAfter: 7,
      reason: "Used before the move.",
      requestNumber: null,
      actor: summary("acc_irina", "Irina Marin"),
    },
  ]),
  ...more,
});

export const PROGRAMMES = [
  { id: "core", name: "Core support 20-pack", incidents: 20, origin: "AGREEMENT", retiredOn: null, activation: null },
  { id: "old", name: "Retired support", incidents: 5, origin: "AGREEMENT", retiredOn: "2020-01-01" },
  { id: "single", name: "Single incident", incidents: 1, origin: "PURCHASE", retiredOn: null, activation: null },
];

export const refusal = (code: string, message: string, path: readonly string[] | null = null) => ({
  __typename: "InputError",
  code,
  message,
  remedy: "Do it otherwise.",
  path,
});
