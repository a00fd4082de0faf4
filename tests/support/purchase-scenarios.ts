/** The fault points of a purchase, crossed: what the provider does, when the server dies, how the webhook comes (M-5). */
import type { Fault } from "./stripe-like/stripe-like.js";

/** How the provider treats the call; `states`: where the purchase ends; `charges`: how often money is taken. */
interface ProviderPoint {
  readonly fault: Fault | null;
  readonly card: string;
  readonly endsAs: "SUCCEEDED" | "DECLINED" | "UNKNOWN";
  readonly charges: 0 | 1;
}

const PAYS = "4242424242424242";
const point = (fault: Fault | null, more: Partial<ProviderPoint> = {}): ProviderPoint => ({
  fault,
  card: PAYS,
  endsAs: "SUCCEEDED",
  charges: 1,
  ...more,
});

export const PROVIDER_POINTS = {
  ok: point(null),
  declined: point(null, { card: "4000000000000002", endsAs: "DECLINED", charges: 0 }),
  challenge: point(null, { card: "4000002500003155" }),
  "timeout before the charge": point("HOLD_BEFORE"),
  "timeout after the charge": point("HOLD_AFTER"),
  "500 after the charge": point("ERROR_500_AFTER"),
  "reset after the charge": point("RESET_AFTER"),
  "429": point("RATE_LIMITED"),
  "slow, 30 s": point({ slow: 30_000 }),
  // Money was taken, but not what was asked for: nobody is granted anything, people must look.
  "another currency": point("OTHER_CURRENCY", { endsAs: "UNKNOWN" }),
} as const satisfies Readonly<Record<string, ProviderPoint>>;
export type ProviderName = keyof typeof PROVIDER_POINTS;

export const CRASHES = ["none", "before the call", "after the call", "after the commit"] as const;
export type Crash = (typeof CRASHES)[number];

export const WEBHOOKS = [
  "none",
  "once",
  "five times",
  "before the reply",
  "out of order",
  "10 minutes late",
  "forged",
  "replayed after 300 s",
] as const;
export type WebhookPoint = (typeof WEBHOOKS)[number];

export interface Scenario {
  readonly provider: ProviderName;
  readonly crash: Crash;
  readonly webhook: WebhookPoint;
}

const PROVIDERS = Object.keys(PROVIDER_POINTS) as ProviderName[];
export const FAULT_POINTS = PROVIDERS.length + WEBHOOKS.length;

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("nothing to choose from");
  return item;
};

/** `rounds` scenarios for each of the points, at most 20: each crash in turn, with ever other partners. */
export const scenariosOf = (rounds: number): Scenario[] => {
  const all: Scenario[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const crash = at(CRASHES, round);
    const turn = Math.floor(round / CRASHES.length);
    for (const [index, provider] of PROVIDERS.entries())
      all.push({ provider, crash, webhook: at(WEBHOOKS, turn + index + round) });
    for (const [index, webhook] of WEBHOOKS.entries())
      all.push({ webhook, crash, provider: at(PROVIDERS, 2 * turn + index + round) });
  }
  return all;
};
