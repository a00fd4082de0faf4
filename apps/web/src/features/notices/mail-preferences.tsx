/** Which notices also come by mail; each tick is saved at once (R87, F72, P12). */

import { useQuery } from "@apollo/client/react";
import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useBackgroundMutation } from "../../lib/commands/use-background-mutation";
import { useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Waiting } from "../../lib/waiting";
import { Card } from "../../ui/card";
import { FailureNotice } from "../../ui/failure-notice";
import { LiveRegion } from "../../ui/live-region";
import { TextSkeleton } from "../../ui/skeletons";
import { type NoticeKind, NoticePreferencesDocument, SetNoticePreferencesDocument } from "./notices.generated";
import styles from "./notices.module.css";

/** Being added is told in the portal alone (R87), so it is not among them. */
const OF_CONTACTS = [
  "REPLY",
  "STATUS_CHANGED",
  "CLOSING_SOON",
  "CLOSED",
  "ACCESS_ASKED",
  "SPLIT_PROPOSED",
] as const satisfies readonly NoticeKind[];
const OF_STAFF = [
  "NEW_WORK",
  "ASSIGNED",
  "CUSTOMER_REPLY",
  "NEAR_BREACH",
  "BREACHED",
] as const satisfies readonly NoticeKind[];

export function MailPreferences() {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const refusalText = useRefusalText();
  const { data, error, refetch } = useQuery(NoticePreferencesDocument);
  const save = useBackgroundMutation(SetNoticePreferencesDocument, {
    update: (cache, { data: saved }) => {
      const preferences = saved?.updateNoticePreferences.noticePreferences;
      if (preferences == null || data === undefined) return;
      cache.writeQuery({
        query: NoticePreferencesDocument,
        data: { viewer: { ...data.viewer, noticePreferences: preferences } },
      });
    },
  });
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaved, setSaved] = useState(false);
  const kinds: readonly NoticeKind[] = account.roles.length > 0 ? [...OF_STAFF, ...OF_CONTACTS] : OF_CONTACTS;
  // The tick is there at once; it goes again if it could not be saved.
  const [wanted, setWanted] = useState<readonly NoticeKind[] | null>(null);
  const mailOn = wanted ?? data?.viewer.noticePreferences.mailOn ?? [];
  const change = async (kind: NoticeKind, isWanted: boolean): Promise<void> => {
    setProblem(null);
    const next = isWanted ? [...mailOn, kind] : mailOn.filter((one) => one !== kind);
    setWanted(next);
    try {
      const { userErrors } = await save({ input: { mailOn: [...next] } });
      const [refusal] = userErrors;
      setProblem(refusal ?? null);
      setSaved(refusal === undefined);
    } catch (failure) {
      setProblem(failure);
    } finally {
      setWanted(null);
    }
  };
  return (
    <Card title={<FormattedMessage id="notices.mail" />}>
      <p className={styles.quiet}>
        <FormattedMessage id="notices.mail.text" values={{ email: account.email }} />
      </p>
      {problem !== null && <FailureNotice text={refusalText(problem)} />}
      {data === undefined && <Waiting error={error} refetch={refetch} shape={<TextSkeleton lines={5} />} />}
      {data !== undefined &&
        kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={formatMessage({ id: `notices.kind.${kind}` })}
            checked={mailOn.includes(kind)}
            onChange={(event) => void change(kind, event.currentTarget.checked)}
          />
        ))}
      <LiveRegion>{isSaved ? formatMessage({ id: "notices.mail.saved" }) : ""}</LiveRegion>
    </Card>
  );
}
