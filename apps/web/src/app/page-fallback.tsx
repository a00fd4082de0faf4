/** What a page looks like before its code or the account is there. */
import { Skeleton } from "@mantine/core";
import { RowSkeletons } from "../ui/skeletons";
import styles from "./page-fallback.module.css";

export function PageFallback() {
  return (
    <div className={styles.fallback}>
      <Skeleton height={32} width="min(340px, 80%)" />
      <RowSkeletons count={5} />
    </div>
  );
}
