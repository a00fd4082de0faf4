/** The facts of a request: owner, product, place, plan, contacts. */
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { useViewer } from "../../lib/viewer";
import { type Fact, Facts } from "../../ui/facts";
import { visibleControls } from "../../ui/visible-controls";
import { useContactName } from "./contacts/contact-line";
import type { RequestPageQuery } from "./request-page.generated";
import styles from "./request-page.module.css";
import { subjectFacts } from "./subject-facts";

type Request = RequestPageQuery["request"];

export function RequestFacts({ request }: { readonly request: Request }) {
  const format = useFormatters();
  const contactName = useContactName();
  const zone = useViewer().account.profile?.timeZone;
  const { primaryContact, additionalContacts } = request;
  const facts: (Fact | null)[] = [
    {
      key: "engineer",
      name: <FormattedMessage id="requests.fact.engineer" />,
      value:
        request.engineer === null ? (
          <FormattedMessage id="requests.fact.noEngineer" />
        ) : (
          visibleControls(request.engineer.name)
        ),
    },
    request.closedReason === null
      ? null
      : {
          key: "closed",
          name: <FormattedMessage id="requests.fact.closed" />,
          value: <FormattedMessage id={`requests.closedReason.${request.closedReason}`} />,
        },
    ...subjectFacts(request),
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
      value: contactName(primaryContact),
    },
    additionalContacts.length === 0
      ? null
      : {
          key: "additional",
          name: <FormattedMessage id="requests.fact.additional" />,
          value: format.list(additionalContacts.map(contactName)),
        },
    {
      key: "created",
      name: <FormattedMessage id="requests.fact.created" />,
      value: format.instant(request.createdAt, zone),
    },
    {
      key: "updated",
      name: <FormattedMessage id="requests.fact.updated" />,
      value: format.instant(request.updatedAt, zone),
    },
  ];
  return <Facts facts={facts.filter((fact) => fact !== null)} />;
}
