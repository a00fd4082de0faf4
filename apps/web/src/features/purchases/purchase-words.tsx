/** How a purchase is told: its state, its card, its amount with the tax it holds (R78, F25, F28). */
import { IconCircleCheck, IconCircleX, IconClock, IconHelpCircle, IconReceiptRefund } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { Badge, type BadgeTone } from "../../ui/badge";
import type { PurchaseFactsFragment, SavedCardFragment } from "./purchases.generated";
import styles from "./purchases.module.css";

export type PurchaseState = PurchaseFactsFragment["state"];

/** What a person sees of the seven states: what is on its way to the bank is "being confirmed", whatever it is called inside. */
type ToldState = "confirming" | "challenge" | "paid" | "declined" | "refunded";

const TOLD: Record<PurchaseState, ToldState> = {
  CREATED: "confirming",
  CALLING: "confirming",
  UNKNOWN: "confirming",
  CHALLENGE: "challenge",
  SUCCEEDED: "paid",
  DECLINED: "declined",
  REFUNDED: "refunded",
};
const TONES: Record<ToldState, BadgeTone> = {
  confirming: "accent",
  challenge: "soon",
  paid: "good",
  declined: "loss",
  refunded: "quiet",
};
const ICONS = {
  confirming: IconClock,
  challenge: IconHelpCircle,
  paid: IconCircleCheck,
  declined: IconCircleX,
  refunded: IconReceiptRefund,
} as const;

export const toldState = (state: PurchaseState): ToldState => TOLD[state];

export function PurchaseStateBadge({ state }: { readonly state: PurchaseState }) {
  const told = TOLD[state];
  const Icon = ICONS[told];
  return (
    <Badge tone={TONES[told]} icon={<Icon size={14} aria-hidden />}>
      <FormattedMessage id={`purchases.state.${told}`} />
    </Badge>
  );
}

/** "Visa ending in 4242, 08/2030". */
export function CardWords({ card }: { readonly card: SavedCardFragment }) {
  return (
    <span className={styles.card}>
      <FormattedMessage
        id="purchases.card"
        values={{
          brand: brandName(card.brand),
          last4: card.last4,
          expiry: `${String(card.expMonth).padStart(2, "0")}/${card.expYear}`,
        }}
      />
    </span>
  );
}

const BRANDS: Readonly<Record<string, string>> = {
  visa: "Visa",
  mastercard: "Mastercard",
  amex: "American Express",
  discover: "Discover",
  diners: "Diners Club",
  jcb: "JCB",
  unionpay: "UnionPay",
  maestro: "Maestro",
};
/** A brand as it writes itself; one we do not know as the provider names it. */
export const brandName = (brand: string): string => BRANDS[brand.toLowerCase()] ?? brand;

interface TaxLineProps {
  readonly of: Pick<PurchaseFactsFragment, "currencyCode" | "taxMinor" | "taxBasisPoints" | "taxName">;
}

/** "includes €17.35 VAT (21%)"; nothing where no tax is known. */
export function TaxLine({ of: { currencyCode, taxMinor, taxBasisPoints, taxName } }: TaxLineProps) {
  const format = useFormatters();
  if (taxName === null) return null;
  return (
    <FormattedMessage
      id="purchases.tax"
      values={{
        tax: format.money(taxMinor, currencyCode),
        name: taxName,
        rate: format.percent(taxBasisPoints / 10_000),
      }}
    />
  );
}
