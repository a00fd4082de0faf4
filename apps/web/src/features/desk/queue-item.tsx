/** One request before it is opened: what is known of it, why it is here, and taking it (F52, F69). */
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { Card } from "../../ui/card";
import { type Fact, Facts } from "../../ui/facts";
import { MessageText } from "../../ui/message-text";
import { visibleControls } from "../../ui/visible-controls";
import { AttachmentList } from "../files";
import { DueBadge, SeverityBadge, StatusBadge } from "./queue-words";
import { Routing } from "./routing";
import type { QueueItemPageQuery } from "./workspace.generated";
import styles from "./workspace.module.css";

export type Item = QueueItemPageQuery["queueItem"];

interface Props {
  readonly item: Item;
  /** What may be done with it: taking it, giving it to somebody. */
  readonly deeds: ReactNode | undefined;
}

export function QueueItemCard({ item, deeds }: Props) {
  return (
    <>
      <Card title={visibleControls(item.title ?? item.productVersion.name)} footer={deeds}>
        <p className={styles.badges}>
          {item.number !== null && <span className={styles.quiet}>{item.number}</span>}
          <DueBadge firstResponse={item.firstResponse} />
          <SeverityBadge severity={item.severity} />
          <StatusBadge status={item.status} />
        </p>
        {item.description === null ? (
          <p className={styles.quiet}>
            <FormattedMessage id="workspace.hidden" />
          </p>
        ) : (
          <MessageText markdown={item.description} />
        )}
        {item.attachments !== null && item.attachments.length > 0 && <AttachmentList files={item.attachments} />}
      </Card>
      <Card title={<FormattedMessage id="workspace.facts" />}>
        <ItemFacts item={item} />
      </Card>
      {item.routing !== null && <Routing routing={item.routing} />}
    </>
  );
}

function ItemFacts({ item }: { readonly item: Item }) {
  const format = useFormatters();
  const facts: (Fact | null)[] = [
    { key: "product", name: <FormattedMessage id="workspace.fact.product" />, value: item.productVersion.name },
    {
      key: "owner",
      name: <FormattedMessage id="workspace.fact.owner" />,
      value: item.engineer === null ? <FormattedMessage id="workspace.nobody" /> : visibleControls(item.engineer.name),
    },
    item.team === null
      ? null
      : { key: "team", name: <FormattedMessage id="workspace.fact.team" />, value: item.team.name },
    item.turn === null
      ? null
      : {
          key: "turn",
          name: <FormattedMessage id="workspace.fact.turn" />,
          value: <FormattedMessage id={`workspace.turn.${item.turn}`} />,
        },
    item.askedSeverity === null
      ? null
      : {
          key: "asked",
          name: <FormattedMessage id="workspace.fact.asked" />,
          value: <FormattedMessage id={`requests.severity.${item.askedSeverity}`} />,
        },
    item.country === null || item.timeZone === null
      ? null
      : {
          key: "place",
          name: <FormattedMessage id="workspace.fact.place" />,
          value: `${format.country(item.country)}, ${format.zone(item.timeZone)}`,
        },
    item.support24x7 === null
      ? null
      : {
          key: "hours",
          name: <FormattedMessage id="workspace.fact.hours" />,
          value: <FormattedMessage id={item.support24x7 ? "requests.hours.24x7" : "requests.hours.business"} />,
        },
  ];
  return <Facts isWide facts={facts.filter((fact) => fact !== null)} />;
}
