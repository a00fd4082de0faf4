/** The kinds of data this portal runs on: what holds since when, what is planned, and the file of each (F57). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useWhole, WHOLE } from "../../../lib/list/read-whole";
import { Waiting } from "../../../lib/waiting";
import { Badge } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { Page } from "../../../ui/page";
import { RowSkeletons } from "../../../ui/skeletons";
import { PACK_KINDS, type PackKind, packFile, packPage } from "./pack-kinds";
import { PacksDocument, type PacksQuery } from "./packs.generated";
import styles from "./packs.module.css";

export default function PacksPage() {
  const { formatMessage } = useIntl();
  const answer = useQuery(PacksDocument, WHOLE);
  const packs = useWhole(answer, (data) => data.packs);
  return (
    <Page title={formatMessage({ id: "packs.title" })} lead={<FormattedMessage id="packs.lead" />}>
      {packs === undefined && (
        <Waiting error={answer.error} refetch={answer.refetch} shape={<RowSkeletons count={8} />} />
      )}
      {packs !== undefined && (
        <Card>
          <ul className={styles.kinds}>
            {PACK_KINDS.map((kind) => (
              <KindRow key={kind} kind={kind} packs={packs.filter((pack) => pack.kind === kind)} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function KindRow({ kind, packs }: { readonly kind: PackKind; readonly packs: PacksQuery["packs"]["nodes"] }) {
  const format = useFormatters();
  const current = packs.find(({ state }) => state === "IN_FORCE");
  const planned = packs.filter(({ state }) => state === "PLANNED");
  return (
    <li className={styles.kind}>
      <span className={styles.name}>
        <Link to={packPage(kind)}>
          <FormattedMessage id={`packs.kind.${kind}`} />
        </Link>
        <span className={styles.quiet}>
          <FormattedMessage id={`packs.kind.${kind}.about`} />
        </span>
      </span>
      <span className={styles.facts}>
        <span>
          {current === undefined ? (
            <FormattedMessage id="packs.none" />
          ) : (
            <FormattedMessage
              id="packs.since"
              values={{ version: current.version, day: format.day(current.effectiveOn) }}
            />
          )}
        </span>
        {planned.map(({ version, effectiveOn }) => (
          <Badge key={version} tone="accent">
            <FormattedMessage id="packs.plannedFor" values={{ version, day: format.day(effectiveOn) }} />
          </Badge>
        ))}
        {packs.some(({ state }) => state === "HELD_BACK") && (
          <Badge tone="soon">
            <FormattedMessage id="packs.state.HELD_BACK" />
          </Badge>
        )}
        {current !== undefined && (
          <a href={packFile(kind)} download>
            <FormattedMessage id="packs.download" />
          </a>
        )}
      </span>
    </li>
  );
}
