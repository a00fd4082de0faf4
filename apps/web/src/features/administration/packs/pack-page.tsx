/** One kind of data: its versions, and loading another: file, day, preview, load (F57, F58). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, Navigate, useParams } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useWhole, WHOLE } from "../../../lib/list/read-whole";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { Page } from "../../../ui/page";
import { TextSkeleton } from "../../../ui/skeletons";
import { LoadPanel } from "./load-panel";
import { kindOfAddress, type PackKind, packFile, packSchema } from "./pack-kinds";
import { PacksDocument, type PacksQuery } from "./packs.generated";
import styles from "./packs.module.css";

export default function PackPage() {
  const { formatMessage } = useIntl();
  const { staffRights } = useViewer();
  const kind = kindOfAddress(useParams().kind);
  if (kind === null) return <Navigate to="/administration/packs" replace />;
  return (
    <Page
      title={formatMessage({ id: `packs.kind.${kind}` })}
      lead={<FormattedMessage id={`packs.kind.${kind}.about`} />}
      back={
        <Link to="/administration/packs">
          <FormattedMessage id="packs.title" />
        </Link>
      }
    >
      <Versions kind={kind} />
      {staffRights.includes("LOAD_PACKS") && <LoadPanel key={kind} kind={kind} />}
    </Page>
  );
}

const TONES: Readonly<Record<PacksQuery["packs"]["nodes"][number]["state"], BadgeTone>> = {
  IN_FORCE: "good",
  PLANNED: "accent",
  PAST: "quiet",
  HELD_BACK: "soon",
};

function Versions({ kind }: { readonly kind: PackKind }) {
  const format = useFormatters();
  const answer = useQuery(PacksDocument, WHOLE);
  const all = useWhole(answer, (data) => data.packs);
  if (all === undefined) return <Waiting error={answer.error} refetch={answer.refetch} shape={<TextSkeleton />} />;
  const packs = all.filter((pack) => pack.kind === kind);
  return (
    <Card
      title={<FormattedMessage id="packs.versions" />}
      footer={
        <span className={styles.links}>
          {packs.some(({ state }) => state === "IN_FORCE") && (
            <a href={packFile(kind)} download>
              <FormattedMessage id="packs.download" />
            </a>
          )}
          <a href={packSchema(kind)}>
            <FormattedMessage id="packs.schema" />
          </a>
        </span>
      }
    >
      {packs.length === 0 ? (
        <p>
          <FormattedMessage id="packs.none" />
        </p>
      ) : (
        <ul className={styles.kinds}>
          {packs.map((pack) => (
            <li key={pack.version} className={styles.kind}>
              <span className={styles.name}>
                <FormattedMessage
                  id="packs.since"
                  values={{ version: pack.version, day: format.day(pack.effectiveOn) }}
                />
                <span className={styles.quiet}>
                  <FormattedMessage
                    id="packs.loaded"
                    values={{ at: format.stamp(pack.loadedAt), name: pack.loadedBy?.name ?? "NONE" }}
                  />
                </span>
              </span>
              <Badge tone={TONES[pack.state]}>
                <FormattedMessage id={`packs.state.${pack.state}`} />
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
