/** The bell in the header: how many notices are unread, the newest of them; what is opened counts as read (F71, F72). */

import { MINUTE } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { UnstyledButton } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useEffect } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation } from "react-router";
import { askAgain } from "../../lib/ask-again";
import { KEEPS_PAGE } from "../../lib/client";
import { useLive } from "../../lib/live";
import { type Viewer, ViewerContext } from "../../lib/viewer";
import { Popup } from "../../ui/popup";
import { NoticeLine } from "./notice-line";
import { NoticeArrivedDocument, UnreadNoticesDocument } from "./notices.generated";
import styles from "./notices.module.css";
import { useMarkRead } from "./use-mark-read";

const SHOWN = 6;
const MOST = 99;
const POLL_MS = MINUTE;

export default function NoticesBell({ viewer }: { readonly viewer: Viewer }) {
  const { formatMessage } = useIntl();
  const markRead = useMarkRead();
  const { data, refetch } = useQuery(UnreadNoticesDocument, {
    pollInterval: POLL_MS,
    fetchPolicy: "cache-and-network",
    context: KEEPS_PAGE,
  });
  const count = data?.unreadNoticeCount ?? 0;
  const notices = data?.notices.edges.map((edge) => edge.node) ?? [];
  useLive({
    document: NoticeArrivedDocument,
    variables: {},
    onEvent: () => void askAgain(refetch),
    refetch: () => askAgain(refetch),
  });

  // Whoever looks at the request has seen what the notices tell of.
  const { pathname } = useLocation();
  const seen = notices.filter((notice) => notice.request !== null && pathname === `/requests/${notice.request.id}`);
  const seenIds = seen.map((notice) => notice.id).join(" ");
  useEffect(() => {
    if (seenIds !== "") markRead(seenIds.split(" "));
  }, [seenIds, markRead]);

  const shown = count > MOST ? `${MOST}+` : String(count);
  return (
    <ViewerContext.Provider value={viewer}>
      <Popup
        isWide
        label={formatMessage({ id: "notices.bell" }, { count })}
        button={
          <span className={styles.bell}>
            <IconBell size={20} aria-hidden />
            {count > 0 && <span className={styles.count}>{shown}</span>}
          </span>
        }
      >
        <div className={styles.panel}>
          <div className={styles.panelHead}>
            <strong>
              <FormattedMessage id="notices.title" />
            </strong>
            {count > 0 && (
              <UnstyledButton className={styles.markAll} onClick={() => markRead("all")}>
                <FormattedMessage id="notices.markAll" />
              </UnstyledButton>
            )}
          </div>
          {notices.length === 0 && (
            <p className={styles.nothing}>
              <FormattedMessage id="notices.none.unread" />
            </p>
          )}
          {notices.slice(0, SHOWN).map((notice) => (
            <NoticeLine key={notice.id} isShort notice={notice} onOpen={(id) => markRead([id])} />
          ))}
          <Link to="/notices" className={styles.all}>
            <FormattedMessage id="notices.all" />
          </Link>
        </div>
      </Popup>
    </ViewerContext.Provider>
  );
}
