/** What the receipt says of its buyer; only the name is there by itself (R78, F28). */
import { TextInput } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import type { Kept } from "../../../lib/kept/use-kept";
import { Textarea } from "../../../lib/textarea";
import { Disclosure } from "../../../ui/disclosure";
import styles from "../purchases.module.css";
import type { BuyForm } from "./kept-purchase";

interface Props {
  readonly kept: Kept<BuyForm>;
}

export function BillingFields({ kept }: Props) {
  const { typed: form, change } = kept;
  return (
    <Disclosure summary={<FormattedMessage id="buy.billing" values={{ name: form.name }} />}>
      <div className={styles.billing}>
        <TextInput
          label={<FormattedMessage id="buy.billing.name" />}
          autoComplete="name"
          maxLength={100}
          value={form.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Textarea
          label={<FormattedMessage id="buy.billing.address" />}
          autoComplete="street-address"
          rows={3}
          maxLength={500}
          text={kept.field("address")}
        />
        <TextInput
          label={<FormattedMessage id="buy.billing.taxNumber" />}
          autoComplete="off"
          maxLength={50}
          value={form.taxNumber}
          onChange={(event) => change({ taxNumber: event.currentTarget.value })}
        />
      </div>
    </Disclosure>
  );
}
