/** A one-time link just made: to copy and hand over, shown this once (R83, F43). */
import { TextInput } from "@mantine/core";
import { useIntl } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { CopyButton } from "../../../ui/copy-button";
import styles from "./contacts.module.css";

export interface FreshLink {
  readonly url: string;
  readonly expiresAt: string;
}

export function OneTimeLink({ link }: { readonly link: FreshLink }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  return (
    <div className={styles.link}>
      <TextInput
        label={formatMessage({ id: "contacts.link" })}
        description={formatMessage({ id: "contacts.link.text" }, { until: format.instant(link.expiresAt, zone) })}
        value={link.url}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        rightSection={<CopyButton text={link.url} what={formatMessage({ id: "contacts.link.what" })} />}
        rightSectionWidth={44}
      />
    </div>
  );
}
