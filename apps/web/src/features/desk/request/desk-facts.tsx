/** The facts an engineer works with: product, problem, place and hours of the customer, when it came and moved. */
import { FormattedMessage } from "react-intl";
import { now as clockNow } from "../../../lib/clock";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Facts } from "../../../ui/facts";
import { visibleControls } from "../../../ui/visible-controls";
import { RequestAnswers, subjectFacts, useContactName } from "../../requests";
import styles from "./desk.module.css";
import type { DeskRequest } from "./use-desk-request";

export function DeskFacts({ request }: { readonly request: DeskRequest }) {
  const format = useFormatters();
  const contactName = useContactName();
  const zone = useViewer().account.profile?.timeZone;
  const { primaryContact, timeZone } = request;
  const facts = [
    {
      key: "primary",
      name: <FormattedMessage id="requests.role.PRIMARY" />,
      value: (
        <>
          {contactName(primaryContact)}
          <p className={styles.quiet}>
            {visibleControls(
              primaryContact.preferredContactMethod === "PHONE" && primaryContact.phone !== null
                ? primaryContact.phone
                : primaryContact.email,
            )}
          </p>
        </>
      ),
    },
    ...subjectFacts(request),
    {
      key: "place",
      name: <FormattedMessage id="requests.fact.place" />,
      value: (
        <>
          {format.country(request.country)}, {format.zone(timeZone)}
          <p className={styles.quiet}>
            <FormattedMessage
              id="desk.there"
              values={{ time: format.clock(new Date(clockNow()).toISOString(), timeZone) }}
            />
          </p>
        </>
      ),
    },
    {
      key: "hours",
      name: <FormattedMessage id="requests.fact.hours" />,
      value: <FormattedMessage id={request.support24x7 ? "requests.hours.24x7" : "requests.hours.business"} />,
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
  return (
    <>
      <Facts facts={facts} />
      <RequestAnswers answers={request.answers} />
    </>
  );
}
