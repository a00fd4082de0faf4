/** Nothing can be bought here: why, what else helps, and each pack with its own reason (R74, E19, K8). */
import { Notice } from "../../../ui/notice";
import styles from "../purchases.module.css";
import type { Offers } from "./offer-choice";

export function NothingSold({ offers: { nothingSold, notSold } }: { readonly offers: Offers }) {
  return (
    <Notice tone="soon" title={nothingSold?.message}>
      <p>{nothingSold?.remedy}</p>
      {notSold.map(({ packSize, message }) => (
        <p key={packSize} className={styles.quiet}>
          {message}
        </p>
      ))}
    </Notice>
  );
}
