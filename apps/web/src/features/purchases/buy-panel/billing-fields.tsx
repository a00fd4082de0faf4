/** What the receipt says of its buyer; only the name is there by itself (R78, F28). */
import { TextInput } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import { Textarea } from "../../../lib/textarea";
import { Disclosure } from "../../../ui/disclosure";
import styles from "../purchases.module.css";
import type { BuyForm } from "./kept-form";

interface Props {
  readonly form: BuyForm;
  readonly onChange: (patch: Partial<BuyForm>) => void;
}

export function BillingFields({ form, onChange }: Props) {
  return (
    <Disclosure summary={<FormattedMessage id="buy.billing" values={{ name: form.name }} />}>
      <div className={styles.billing}>
        <TextInput
          label={<FormattedMessage id="buy.billing.name" />}
          autoComplete="name"
          maxLength={100}
          value={form.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Textarea
          label={<FormattedMessage id="buy.billing.address" />}
          autoComplete="street-address"
          rows={3}
          maxLength={500}
          value={form.address}
          onChange={(event) => onChange({ address: event.currentTarget.value })}
        />
        <TextInput
          label={<FormattedMessage id="buy.billing.taxNumber" />}
          autoComplete="off"
          maxLength={50}
          value={form.taxNumber}
          onChange={(event) => onChange({ taxNumber: event.currentTarget.value })}
        />
      </div>
    </Disclosure>
  );
}
