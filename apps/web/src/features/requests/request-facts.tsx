/** What stands at the side of a request: the promised first answer, product, place, plan, contacts. */
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { type Fact, Facts } from "../../ui/facts";
import styles from "./request-page.module.css";
import type { RequestPageQuery } from "./requests.generated";

type Request = RequestPageQuery["request"];

/** Until somebody has answered, the time of the first answer counts. */
export function DueCard({ request }: { readonly request: Request }) {
  const format = useFormatters();
  const { account } = useViewer();
  const isWaiting = request.status === "NEW" || request.status === "ASSIGNED";
  if (!isWaiting) return null;
  return (
    <Card title={<FormattedMessage id="requests.due" />}>
      <div className={styles.due}>
        <strong>
          <time dateTime={request.firstResponseDueAt}>
            {format.due(request.firstResponseDueAt, account.profile?.timeZone)}
          </time>
        </strong>
        <p className={styles.quiet}>
          <FormattedMessage
            id={`requests.due.why.${request.severity}`}
            values={{ is24x7: String(request.support24x7) }}
          />
        </p>
      </div>
    </Card>
  );
}

export function RequestFacts({ request }: { readonly request: Request }) {
  const format = useFormatters();
  const { primaryContact, additionalContacts } = request;
  const facts: (Fact | null)[] = [
    {
      key: "engineer",
      name: <FormattedMessage id="requests.fact.engineer" />,
      value: request.engineer?.name ?? <FormattedMessage id="requests.fact.noEngineer" />,
    },
    request.closedReason === null
      ? null
      : {
          key: "closed",
          name: <FormattedMessage id="requests.fact.closed" />,
          value: <FormattedMessage id={`requests.closedReason.${request.closedReason}`} />,
        },
    { key: "product", name: <FormattedMessage id="requests.fact.product" />, value: request.productVersion.name },
    {
      key: "problem",
      name: <FormattedMessage id="requests.fact.problem" />,
      value: `${request.category.name} · ${request.problem.name}`,
    },
    {
      key: "hours",
      name: <FormattedMessage id="requests.fact.hours" />,
      value: <FormattedMessage id={request.support24x7 ? "requests.hours.24x7" : "requests.hours.business"} />,
    },
    {
      key: "place",
      name: <FormattedMessage id="requests.fact.place" />,
      value: `${format.country(request.country)}, ${format.zone(request.timeZone)}`,
    },
    request.programme === null
      ? null
      : {
          key: "plan",
          name: <FormattedMessage id="requests.fact.plan" />,
          value: (
            <>
              {request.programme.name}
              {request.planEndsOn !== null && (
                <p className={styles.quiet}>
                  <FormattedMessage id="requests.fact.planEnds" values={{ end: format.day(request.planEndsOn) }} />
                </p>
              )}
              {request.planIncidentsRemaining !== null && (
                <p className={styles.quiet}>
                  <FormattedMessage id="plans.left" values={{ remaining: request.planIncidentsRemaining }} />
                </p>
              )}
            </>
          ),
        },
    {
      key: "primary",
      name: <FormattedMessage id="requests.role.PRIMARY" />,
      value: `${primaryContact.givenName} ${primaryContact.familyName}`,
    },
    additionalContacts.length === 0
      ? null
      : {
          key: "additional",
          name: <FormattedMessage id="requests.fact.additional" />,
          value: format.list(additionalContacts.map((contact) => `${contact.givenName} ${contact.familyName}`)),
        },
    { key: "created", name: <FormattedMessage id="requests.fact.created" />, value: format.instant(request.createdAt) },
    { key: "updated", name: <FormattedMessage id="requests.fact.updated" />, value: format.instant(request.updatedAt) },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}
