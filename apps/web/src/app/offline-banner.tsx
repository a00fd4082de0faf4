/** Says that the network is gone, and that nothing typed is lost. */
import { useNetwork } from "@mantine/hooks";
import { FormattedMessage } from "react-intl";
import { Notice } from "../ui/notice";
import styles from "./offline-banner.module.css";

export function OfflineBanner() {
  const { online } = useNetwork();
  if (online) return null;
  return (
    <div className={styles.banner}>
      <Notice tone="soon" isLive title={<FormattedMessage id="shell.offline" />}>
        <p>
          <FormattedMessage id="shell.offline.text" />
        </p>
      </Notice>
    </div>
  );
}
