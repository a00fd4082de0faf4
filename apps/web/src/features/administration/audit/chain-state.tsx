/** Whether the record is whole: every entry is tied to the one before, so that a change or a cut is found (F82, P-5). */

import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { askAgain } from "../../../lib/ask-again";
import { useFormatters } from "../../../lib/formatters";
import { Waiting } from "../../../lib/waiting";
import { CopyButton } from "../../../ui/copy-button";
import { Notice } from "../../../ui/notice";
import { TextSkeleton } from "../../../ui/skeletons";
import styles from "../administration.module.css";
import { AuditStateDocument } from "./audit.generated";

export function ChainState() {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { data, error, refetch, loading } = useQuery(AuditStateDocument, {
    fetchPolicy: "cache-and-network",
    notifyOnNetworkStatusChange: true,
  });
  if (data === undefined) return <Waiting error={error} refetch={refetch} shape={<TextSkeleton lines={3} />} />;
  const { isIntact, checkedUpTo, checkedAt, headHash, firstBad } = data.auditState;
  return (
    <Notice
      tone={isIntact ? "good" : "loss"}
      title={<FormattedMessage id={isIntact ? "audit.whole" : "audit.broken"} values={{ count: checkedUpTo }} />}
    >
      {firstBad !== null && (
        <p>
          <FormattedMessage id={`audit.problem.${firstBad.problem}`} values={{ seq: firstBad.seq }} />
        </p>
      )}
      <p className={styles.row}>
        <span className={styles.quiet}>
          <FormattedMessage id="audit.checkedAt" values={{ when: format.stamp(checkedAt) }} />
        </span>
        <Button size="xs" variant="default" loading={loading} onClick={() => void askAgain(refetch)}>
          <FormattedMessage id="audit.checkAgain" />
        </Button>
      </p>
      <p className={styles.row}>
        <span className={styles.quiet}>
          <FormattedMessage id="audit.head" />
        </span>
        <span className={styles.mono}>{headHash.slice(0, 16)}…</span>
        <CopyButton text={headHash} what={formatMessage({ id: "audit.head" })} />
      </p>
    </Notice>
  );
}
