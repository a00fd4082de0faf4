/** All notices, newest first, under their days; and which of them also come by mail (F71, F72, P12). */

import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useSearchParams } from "react-router";
import { askAgain } from "../../lib/ask-again";
import { useFormatters } from "../../lib/formatters";
import { PagedList } from "../../lib/list/paged-list";
import { PAGED, readPages } from "../../lib/list/read-pages";
import { useViewer } from "../../lib/viewer";
import { EmptyState } from "../../ui/empty-state";
import { Page } from "../../ui/page";
import { TabLinks } from "../../ui/tabs";
import { MailPreferences } from "./mail-preferences";
import { NoticeLine } from "./notice-line";
import { type NoticeLineFragment, NoticesDocument, UnreadNoticesDocument } from "./notices.generated";
import styles from "./notices.module.css";
import { useMarkRead } from "./use-mark-read";

/** Notices asked for at once. */
const PAGE = 25;

export default function NoticesPage() {
  const { formatMessage } = useIntl();
  const [search] = useSearchParams();
  const isUnread = search.get("view") === "unread";
  const markRead = useMarkRead();
  const answer = useQuery(NoticesDocument, { variables: { isUnread: isUnread ? true : null }, ...PAGED });
  // Those of the other view are not these.
  const pages = readPages({ ...answer, previousData: undefined }, (data) => data.notices);
  const { nodes: notices } = pages;
  const { refetch } = answer;
  // The bell knows first; what was unfolded below the first page stays.
  const { data: bell } = useQuery(UnreadNoticesDocument, { fetchPolicy: "cache-first" });
  const count = bell?.unreadNoticeCount;
  const lastCount = useRef(count);
  const isFirstPage = notices.length <= PAGE;
  useEffect(() => {
    if (lastCount.current !== undefined && lastCount.current !== count && isFirstPage) void askAgain(refetch);
    lastCount.current = count;
  }, [count, isFirstPage, refetch]);
  const tab = (key: "all" | "unread") => ({
    key,
    label: <FormattedMessage id={`notices.view.${key}`} />,
    to: key === "unread" ? "?view=unread" : "?",
    isCurrent: isUnread === (key === "unread"),
  });
  return (
    <Page
      title={formatMessage({ id: "notices.title" })}
      actions={
        notices.some((notice) => notice.readAt === null) ? (
          <Button variant="default" onClick={() => markRead("all")}>
            <FormattedMessage id="notices.markAll" />
          </Button>
        ) : undefined
      }
      aside={<MailPreferences />}
    >
      <TabLinks label={formatMessage({ id: "notices.views" })} tabs={[tab("all"), tab("unread")]} />
      <PagedList
        pages={pages}
        none={
          <EmptyState
            icon={<IconBell size={28} />}
            title={<FormattedMessage id={isUnread ? "notices.none.unread" : "notices.none"} />}
          >
            <p>
              <FormattedMessage id="notices.none.text" />
            </p>
          </EmptyState>
        }
      >
        <ByDay notices={notices} onOpen={(id) => markRead([id])} />
      </PagedList>
    </Page>
  );
}

interface ListProps {
  readonly notices: readonly NoticeLineFragment[];
  readonly onOpen: (id: string) => void;
}

function ByDay({ notices, onOpen }: ListProps) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const days = new Map<string, NoticeLineFragment[]>();
  for (const notice of notices) {
    const day = format.weekday(notice.createdAt, zone);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles.day}>
      <h2 className={styles.dayName}>{day}</h2>
      <ul className={styles.list}>
        {ofDay.map((notice) => (
          <li key={notice.id}>
            <NoticeLine notice={notice} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
