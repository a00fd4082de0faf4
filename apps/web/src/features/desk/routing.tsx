/** Why a request is where it is: row by row of the routing table, what held and what did not (F69). */
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../lib/formatters";
import { Disclosure } from "../../ui/disclosure";
import { visibleControls } from "../../ui/visible-controls";
import type { QueueItemPageQuery } from "./workspace.generated";
import styles from "./workspace.module.css";

export function Routing({ routing }: { readonly routing: NonNullable<QueueItemPageQuery["queueItem"]["routing"]> }) {
  const format = useFormatters();
  return (
    <Disclosure summary={<FormattedMessage id="workspace.routing" />}>
      {routing.rows.length === 0 && routing.team !== null && (
        <p>
          <FormattedMessage id="workspace.routing.topic" values={{ team: routing.team.name }} />
        </p>
      )}
      <ol className={styles.routing}>
        {routing.rows.map((row) => (
          <li key={row.position} data-match={row.isMatch || undefined}>
            <strong>{row.team?.name ?? <FormattedMessage id="workspace.routing.noTeam" />}</strong>{" "}
            <FormattedMessage id={row.isMatch ? "workspace.routing.match" : "workspace.routing.noMatch"} />
            <ul>
              {[...row.held.map((on) => ({ on, has: true })), ...row.failed.map((on) => ({ on, has: false }))].map(
                ({ on, has }) => (
                  <li key={on}>
                    <FormattedMessage id={`workspace.condition.${on}`} />
                    {": "}
                    <FormattedMessage id={has ? "workspace.routing.held" : "workspace.routing.failed"} />
                  </li>
                ),
              )}
            </ul>
          </li>
        ))}
      </ol>
      {routing.onCall.length > 0 && (
        <p>
          <FormattedMessage
            id="workspace.routing.onCall"
            values={{ names: format.list(routing.onCall.map((one) => visibleControls(one.name))) }}
          />
        </p>
      )}
    </Disclosure>
  );
}
