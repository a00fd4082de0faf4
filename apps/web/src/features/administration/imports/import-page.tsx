/** One import: how far it is, what becomes of each row, and to load it, to stop it or to fetch what was rejected (F56, F77). */

import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { useCommand } from "../../../lib/commands/use-command";
import { failureOf } from "../../../lib/failure";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { Page } from "../../../ui/page";
import { CardSkeletons } from "../../../ui/skeletons";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { ImportProgress, ImportStateBadge, isRunning } from "./import-words";
import {
  AgreementImportDocument,
  CancelAgreementImportDocument,
  type ImportFactsFragment,
  StartAgreementImportDocument,
} from "./imports.generated";
import own from "./imports.module.css";
import { RowsReport } from "./rows-report";

const POLL_MS = 700;
const COUNTS = ["total", "accepted", "existing", "rejected"] as const;

export default function ImportPage() {
  const { formatMessage } = useIntl();
  const { importId = "" } = useParams();
  const [isPolling, setPolling] = useState(true);
  const { data, error, refetch } = useQuery(AgreementImportDocument, {
    variables: { id: importId },
    fetchPolicy: "cache-and-network",
    pollInterval: isPolling ? POLL_MS : 0,
  });
  const one = data?.agreementImport;
  const shouldPoll = one === undefined ? error === undefined : isRunning(one.state);
  if (shouldPoll !== isPolling) setPolling(shouldPoll);
  const back = (
    <Link to="/administration/imports">
      <FormattedMessage id="imports.title" />
    </Link>
  );
  if (one === undefined) {
    const isGone = error !== undefined && ["NOT_FOUND", "BAD_USER_INPUT"].includes(failureOf(error).code);
    return (
      <Page back={back} title={formatMessage({ id: isGone ? "imports.gone" : "imports.one" })}>
        {!isGone && <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={1} />} />}
      </Page>
    );
  }
  return (
    <Page
      back={back}
      title={visibleControls(one.fileName)}
      lead={
        <FormattedMessage
          id={one.state === "CHECKED" && one.accepted === 0 ? "imports.lead.nothing" : `imports.lead.${one.state}`}
        />
      }
      actions={<ImportStateBadge state={one.state} />}
    >
      <ImportCard one={one} />
      {!isRunning(one.state) && <RowsReport importId={one.id} key={one.state} />}
    </Page>
  );
}

function ImportCard({ one }: { readonly one: ImportFactsFragment }) {
  const format = useFormatters();
  const { formatMessage } = useIntl();
  const { staffRights } = useViewer();
  const start = useCommand(StartAgreementImportDocument, { done: () => formatMessage({ id: "imports.started" }) });
  const cancel = useCommand(CancelAgreementImportDocument, { done: () => formatMessage({ id: "imports.cancelled" }) });
  const variables = { input: { importId: one.id } };
  const mayManage = staffRights.includes("MANAGE_AGREEMENTS");
  const isPaused = one.state === "PAUSED";
  const canStart = mayManage && (isPaused || (one.state === "CHECKED" && one.accepted > 0));
  const canStop = mayManage && (isRunning(one.state) || isPaused || one.state === "CHECKED");
  return (
    <Card
      footer={
        (canStart || canStop || one.rejected > 0) && (
          <>
            {canStart && (
              <Button loading={start.isBusy} onClick={() => void start.sendKeyed({ importId: one.id })}>
                <FormattedMessage
                  id={isPaused ? "imports.continue" : "imports.start"}
                  values={{ count: one.accepted }}
                />
              </Button>
            )}
            {canStop && (
              <Button variant="default" loading={cancel.isBusy} onClick={() => void cancel.send(variables)}>
                <FormattedMessage id={isPaused ? "imports.drop" : "imports.cancel"} />
              </Button>
            )}
            {one.rejected > 0 && !isRunning(one.state) && <RejectedLinks url={one.rejectedUrl} />}
          </>
        )
      }
    >
      {isRunning(one.state) && <ImportProgress one={one} />}
      <dl className={own.counts}>
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>
              <FormattedMessage id={`imports.count.${name}`} />
            </dt>
            <dd>{format.number(one[name])}</dd>
          </div>
        ))}
      </dl>
      {one.reading !== null && <p className={styles.quiet}>{visibleControls(one.reading)}</p>}
      <CommandProblem command={start} />
      <CommandProblem command={cancel} />
    </Card>
  );
}

/** To be corrected and sent again, in the form that suits. */
function RejectedLinks({ url }: { readonly url: string }) {
  return (
    <>
      {(["csv", "xlsx"] as const).map((form) => (
        <a key={form} className={styles.row} href={url.replace(/csv$/, form)}>
          <IconDownload size={18} aria-hidden />
          <FormattedMessage id={`imports.rejected.${form}`} />
        </a>
      ))}
    </>
  );
}
