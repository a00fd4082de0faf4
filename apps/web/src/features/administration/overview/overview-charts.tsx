/** The figures of the overview as bars: requests by severity and age, incidents by week, plans by their end, refusals by reason (F79). */
import { SEVERITIES } from "@accord/domain";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { BarTable } from "./bar-table";
import { plansEndingWithin } from "./lists";
import type { OverviewQuery } from "./overview.generated";
import styles from "./overview.module.css";

export type Seen = OverviewQuery["overview"];

const AGES = ["DAY", "WEEK", "MONTH", "OLDER"] as const;
const ENDING = [
  [30, "endingIn30Days"],
  [60, "endingIn60Days"],
  [90, "endingIn90Days"],
] as const;
const TONES = { DAY: undefined, WEEK: undefined, MONTH: "soon", OLDER: "loss" } as const;

export function OverviewCharts({ seen }: { readonly seen: Seen }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const desk = useViewer().staffRights.includes("SEE_QUEUE");
  const { openRequests, plans, incidentsByWeek, refusals } = seen;
  const countOf = (fits: (one: Seen["openRequests"][number]) => boolean): number =>
    openRequests.filter(fits).reduce((sum, { requests }) => sum + requests, 0);
  const chart = (key: string, rows: Parameters<typeof BarTable>[0]["rows"], none?: ReactNode) => (
    <Card key={key} title={<FormattedMessage id={`overview.${key}`} />}>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{none}</p>
      ) : (
        <BarTable caption={formatMessage({ id: `overview.${key}` })} rows={rows} />
      )}
    </Card>
  );
  return (
    <div className={styles.charts}>
      {chart(
        "bySeverity",
        SEVERITIES.map((severity) => ({
          key: severity,
          name: desk ? (
            <Link to={`/queue?view=all&severity=${severity}`}>
              <FormattedMessage id={`overview.severity.${severity}`} />
            </Link>
          ) : (
            <FormattedMessage id={`overview.severity.${severity}`} />
          ),
          value: countOf((one) => one.severity === severity),
        })),
      )}
      {chart(
        "byAge",
        AGES.map((age) => ({
          key: age,
          name: <FormattedMessage id={`overview.age.${age}`} />,
          value: countOf((one) => one.age === age),
          tone: TONES[age],
        })),
      )}
      {chart(
        "byEnd",
        ENDING.map(([days, field]) => ({
          key: field,
          name: (
            <Link to={plansEndingWithin(days)}>
              <FormattedMessage id="overview.within" values={{ days }} />
            </Link>
          ),
          value: plans[field],
        })),
      )}
      {chart(
        "byWeek",
        incidentsByWeek.map(({ weekOn, incidents }) => ({
          key: weekOn,
          name: <FormattedMessage id="overview.week" values={{ day: format.shortDay(weekOn) }} />,
          value: incidents,
        })),
        <FormattedMessage id="overview.byWeek.none" />,
      )}
      {chart(
        "refusals",
        refusals.map(({ code, times, message }) => ({
          key: code,
          name: message ?? code,
          value: times,
        })),
        <FormattedMessage id="overview.refusals.none" />,
      )}
    </div>
  );
}
