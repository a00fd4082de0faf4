/** What the start page knows of this account, each part only where there is something to say. */
import type { ReactNode } from "react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { Card } from "../../ui/card";
import type { StartOverviewQuery } from "./start.generated";
import classes from "./start.module.css";

const SHOWN = 5;
/** At this balance a plan is named, whatever its size. */
const LAST = 1;

function Rows({
  title,
  footer,
  children,
}: {
  readonly title: ReactNode;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Card title={title} footer={footer}>
      <ul className={classes.rows}>{children}</ul>
    </Card>
  );
}

export function YourTurn({ waiting }: Pick<StartOverviewQuery, "waiting">) {
  const format = useFormatters();
  const count = waiting.totalCount ?? waiting.nodes.length;
  if (count === 0) return null;
  return (
    <Rows
      title={<FormattedMessage id="start.turn" values={{ count }} />}
      footer={
        count > waiting.nodes.length ? (
          <Link to="/requests?turn=CUSTOMER">
            <FormattedMessage id="start.turn.all" />
          </Link>
        ) : undefined
      }
    >
      {waiting.nodes.map((request) => (
        <li key={request.id}>
          <Link to={`/requests/${request.id}`}>{request.title}</Link>
          <span className={classes.quiet}>
            {request.number}
            {request.closesAt && (
              <>
                {" · "}
                <FormattedMessage id="start.turn.closes" values={{ at: format.stamp(request.closesAt) }} />
              </>
            )}
          </span>
        </li>
      ))}
    </Rows>
  );
}

export function Drafts({ drafts }: { readonly drafts: StartOverviewQuery["myDrafts"] }) {
  const format = useFormatters();
  // A draft in which nothing was chosen or written is nothing to go on with.
  const begun = drafts.filter((draft) => draft.content.title.trim() !== "" || draft.productVersion);
  if (begun.length === 0) return null;
  return (
    <Rows
      title={<FormattedMessage id="requests.drafts" values={{ count: begun.length }} />}
      footer={
        begun.length > SHOWN ? (
          <Link to="/requests">
            <FormattedMessage id="start.drafts.all" />
          </Link>
        ) : undefined
      }
    >
      {begun.slice(0, SHOWN).map((draft) => (
        <li key={draft.id}>
          <Link to={`/requests/new/${draft.id}`}>{draft.content.title.trim() || draft.productVersion?.name}</Link>
          <span className={classes.quiet}>
            <FormattedMessage id="requests.draft.changed" values={{ at: format.stamp(draft.updatedAt) }} />
          </span>
        </li>
      ))}
    </Rows>
  );
}

/** The promise that falls due first. */
export function NextAnswer({ requests }: { readonly requests: StartOverviewQuery["promised"]["nodes"] }) {
  const format = useFormatters();
  const [next] = requests
    .filter(({ firstResponse }) => firstResponse.respondedAt === null)
    .sort((a, b) => Date.parse(a.firstResponse.dueAt) - Date.parse(b.firstResponse.dueAt));
  if (next === undefined) return null;
  return (
    <Rows title={<FormattedMessage id="start.answer" />}>
      <li>
        <Link to={`/requests/${next.id}`}>{next.title}</Link>
        <span className={classes.quiet}>
          <FormattedMessage
            id="newRequest.side.by"
            values={{ due: format.due(next.firstResponse.dueAt, next.firstResponse.timeZone) }}
          />
        </span>
      </li>
    </Rows>
  );
}

/** Plans that can be used and soon cannot: near their end, or with their last incident. */
export function PlansToMind({ plans }: { readonly plans: StartOverviewQuery["myPlans"]["nodes"] }) {
  const format = useFormatters();
  const minded = plans.filter(
    ({ state, incidentsRemaining }) =>
      state === "ENDING_SOON" || (state === "ACTIVE" && incidentsRemaining !== null && incidentsRemaining <= LAST),
  );
  if (minded.length === 0) return null;
  return (
    <Rows title={<FormattedMessage id="start.plans" />}>
      {minded.slice(0, SHOWN).map((plan) => (
        <li key={plan.id}>
          <Link to={`/plans/${plan.id}`}>{plan.programme.name}</Link>
          <span className={classes.quiet}>
            <FormattedMessage
              id="start.plans.state"
              values={{
                limit: plan.incidentsRemaining === null ? "none" : "some",
                left: plan.incidentsRemaining ?? 0,
                on: format.day(plan.endsOn),
                when: format.inDays(plan.daysLeft),
              }}
            />
          </span>
        </li>
      ))}
    </Rows>
  );
}
