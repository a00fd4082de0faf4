/** What an administrator looks at in the morning: the desk, the plans, the purchases, and why customers were refused; each figure leads to its list (F79). */
import { useQuery } from "@apollo/client/react";
import { NativeSelect } from "@mantine/core";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useSearchParams } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Page } from "../../../ui/page";
import { CardSkeletons } from "../../../ui/skeletons";
import { DownloadTable } from "../list/download-table";
import { plansEndingWithin } from "./lists";
import { OverviewDocument } from "./overview.generated";
import styles from "./overview.module.css";
import { OverviewCharts, type Seen } from "./overview-charts";

const PERIODS = [7, 30, 90, 365] as const;

export default function OverviewPage() {
  const { formatMessage } = useIntl();
  const [address, setAddress] = useSearchParams();
  const days = PERIODS.find((one) => String(one) === address.get("days")) ?? 90;
  const { data, error, refetch } = useQuery(OverviewDocument, {
    variables: { days },
    fetchPolicy: "cache-and-network",
  });
  return (
    <Page
      title={formatMessage({ id: "overview.title" })}
      lead={<FormattedMessage id="overview.lead" />}
      actions={
        <div className={styles.controls}>
          <NativeSelect
            label={<FormattedMessage id="overview.period" />}
            value={String(days)}
            onChange={(event) => setAddress({ days: event.currentTarget.value }, { replace: true })}
            data={PERIODS.map((one) => ({
              value: String(one),
              label: formatMessage({ id: "overview.period.days" }, { days: one }),
            }))}
          />
          <DownloadTable path="/admin/export/overview" query={{ days: String(days) }} />
        </div>
      }
    >
      {data === undefined ? (
        <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={3} />} />
      ) : (
        <>
          <Tiles seen={data.overview} />
          <OverviewCharts seen={data.overview} />
        </>
      )}
    </Page>
  );
}

interface TileProps {
  readonly name: ReactNode;
  readonly figure: ReactNode;
  readonly about?: ReactNode;
  readonly tone?: "soon" | "loss";
  /** The list behind the figure, where this account may see it. */
  readonly to?: string;
}

function Tile({ name, figure, about, tone, to }: TileProps) {
  return (
    <li className={styles.tile}>
      <span>{to === undefined ? name : <Link to={to}>{name}</Link>}</span>
      <span className={styles.figure} data-tone={tone}>
        {figure}
      </span>
      {about !== undefined && <span className={styles.quiet}>{about}</span>}
    </li>
  );
}

function Tiles({ seen }: { readonly seen: Seen }) {
  const format = useFormatters();
  const { firstResponses, plans, purchases, openRequests } = seen;
  const open = openRequests.reduce((sum, { requests }) => sum + requests, 0);
  const answered = firstResponses.inTime + firstResponses.late;
  const desk = useViewer().staffRights.includes("SEE_QUEUE");
  return (
    <ul className={styles.tiles}>
      <Tile
        name={<FormattedMessage id="overview.open" />}
        figure={format.number(open)}
        to={desk ? "/queue?view=all" : undefined}
      />
      <Tile
        name={<FormattedMessage id="overview.inTime" />}
        figure={answered === 0 ? "—" : format.percent(Math.floor((firstResponses.inTime / answered) * 100) / 100)}
        about={<FormattedMessage id="overview.inTime.about" values={{ late: firstResponses.late }} />}
        tone={firstResponses.late > 0 ? "loss" : undefined}
        to={desk ? "/queue?view=late" : undefined}
      />
      <Tile
        name={<FormattedMessage id="overview.plans" />}
        figure={format.number(plans.active)}
        about={<FormattedMessage id="overview.plans.about" values={{ last: plans.lastIncident, empty: plans.empty }} />}
        to="/administration/agreements?state=ACTIVE"
      />
      <Tile
        name={<FormattedMessage id="overview.ending" />}
        figure={format.number(plans.endingIn30Days)}
        tone={plans.endingIn30Days > 0 ? "soon" : undefined}
        to={plansEndingWithin(30)}
      />
      {purchases.length > 0 && (
        <Tile
          name={<FormattedMessage id="overview.purchases" />}
          figure={purchases.map(({ currency, amountMinor }) => (
            <span key={currency} className={styles.amount}>
              {format.money(amountMinor, currency)}
            </span>
          ))}
          about={
            <FormattedMessage
              id="overview.purchases.about"
              values={{ count: purchases.reduce((sum, one) => sum + one.purchases, 0) }}
            />
          }
        />
      )}
    </ul>
  );
}
