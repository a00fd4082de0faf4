/** The shapes of what is loading, so that nothing jumps when it comes. */
import { Skeleton } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import styles from "./skeletons.module.css";

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Says "Loading" to readers once. */
function Loading({ className, children }: { readonly className?: string; readonly children: React.ReactNode }) {
  return (
    <div className={className} aria-busy>
      <span className="only-for-readers">
        <FormattedMessage id="ui.loading" />
      </span>
      {children}
    </div>
  );
}

export function CardSkeletons({ count = 3 }: { readonly count?: number }) {
  return (
    <Loading className={styles.cards}>
      {range(count).map((index) => (
        <div key={index} className={styles.card}>
          <Skeleton height={20} width="55%" />
          <Skeleton height={8} mt={20} />
          <Skeleton height={14} mt={20} width="80%" />
          <Skeleton height={14} mt={8} width="65%" />
        </div>
      ))}
    </Loading>
  );
}

export function RowSkeletons({ count = 6 }: { readonly count?: number }) {
  return (
    <Loading className={styles.rows}>
      {range(count).map((index) => (
        <div key={index} className={styles.row}>
          <Skeleton height={22} width={96} radius="xl" />
          <Skeleton height={16} width="50%" />
          <Skeleton height={14} width="20%" />
        </div>
      ))}
    </Loading>
  );
}

export function TextSkeleton({ lines = 6 }: { readonly lines?: number }) {
  return (
    <Loading className={styles.text}>
      {range(lines).map((index) => (
        <Skeleton key={index} height={16} width={index === lines - 1 ? "60%" : "100%"} />
      ))}
    </Loading>
  );
}
