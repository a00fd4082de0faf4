/** A contact asks for another severity: the reason, and the engineer's yes or no (F49). */

import type { Severity } from "@accord/domain";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Notice } from "../../../ui/notice";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "./desk.module.css";
import { SetSeverityDialog } from "./set-severity-dialog";
import type { DeskRequest } from "./use-desk-request";

export function SeverityAsked({ request, onDone }: { readonly request: DeskRequest; readonly onDone: () => void }) {
  const format = useFormatters();
  const zone = useViewer().account.profile?.timeZone;
  const [first, setFirst] = useState<Severity | null>(null);
  const { severityAsk } = request;
  if (severityAsk === null || request.status === "CLOSED") return null;
  const name = (severity: Severity) => <FormattedMessage id={`requests.severity.${severity}`} />;
  return (
    <Notice
      tone="soon"
      title={
        <FormattedMessage
          id="desk.asked"
          values={{ name: visibleControls(severityAsk.actorName ?? ""), severity: name(severityAsk.severity) }}
        />
      }
    >
      <p dir="auto">{visibleControls(severityAsk.reason)}</p>
      <p className={styles.quiet}>{format.instant(severityAsk.at, zone)}</p>
      <div className={styles.deeds}>
        <Button size="sm" onClick={() => setFirst(severityAsk.severity)}>
          <FormattedMessage id="desk.asked.yes" values={{ severity: name(severityAsk.severity) }} />
        </Button>
        <Button size="sm" variant="default" onClick={() => setFirst(request.severity)}>
          <FormattedMessage id="desk.asked.no" values={{ severity: name(request.severity) }} />
        </Button>
      </div>
      <SetSeverityDialog
        request={request}
        isOpen={first !== null}
        first={first}
        onClose={() => setFirst(null)}
        onDone={onDone}
      />
    </Notice>
  );
}
