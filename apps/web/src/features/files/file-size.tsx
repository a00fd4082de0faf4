/** Bytes as people read them: "2 GiB", "340 KiB". */
import { FormattedMessage, FormattedNumber } from "react-intl";

const UNITS = ["B", "KiB", "MiB", "GiB"] as const;

export function FileSize({ bytes }: { readonly bytes: number }) {
  const power = bytes < 1024 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return (
    <FormattedMessage
      id="attachments.size"
      values={{
        value: <FormattedNumber value={value} maximumFractionDigits={value < 10 && power > 0 ? 1 : 0} />,
        unit: UNITS[power] ?? "B",
      }}
    />
  );
}
