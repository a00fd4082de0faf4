/** Nothing can be bought here: why, what else helps, and each pack with its own reason (R74, E19, K8). */
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { Notice } from "../../../ui/notice";
import styles from "../purchases.module.css";
import type { Offers } from "./offer-choice";

export function NothingSold({ offers: { nothingSold, notSold } }: { readonly offers: Offers }) {
  return (
    <Notice tone="soon" title={nothingSold?.message}>
      <p>{nothingSold?.remedy}</p>
      <p>
        <Link to="/ask/before-buying">
          <FormattedMessage id="buy.ask" />
        </Link>
      </p>
      {notSold.map(({ packSize, message }) => (
        <p key={packSize} className={styles.quiet}>
          {message}
        </p>
      ))}
    </Notice>
  );
}
