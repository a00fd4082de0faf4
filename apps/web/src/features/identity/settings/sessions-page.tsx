/** Where the account is signed in: each browser with its place, ended alone, or all others at once (F7). */
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { askAgain } from "../../../lib/ask-again";
import { useCommand } from "../../../lib/commands/use-command";
import { useFormatters } from "../../../lib/formatters";
import { Waiting } from "../../../lib/waiting";
import { Badge } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { CommandDialog } from "../../../ui/command-dialog";
import { CommandProblem } from "../../../ui/command-problem";
import { Page } from "../../../ui/page";
import { RowSkeletons } from "../../../ui/skeletons";
import {
  EndOtherSessionsDocument,
  EndOwnSessionDocument,
  type OwnSessionFragment,
  OwnSessionsDocument,
} from "./settings.generated";
import styles from "./settings.module.css";
import { SettingsTabs } from "./settings-tabs";

export default function SessionsPage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(OwnSessionsDocument, { fetchPolicy: "no-cache" });
  const sessions = data?.viewer.sessions?.nodes;
  return (
    <Page
      isText
      title={formatMessage({ id: "settings.sessions" })}
      lead={<FormattedMessage id="settings.sessions.lead" />}
    >
      <SettingsTabs />
      {sessions === undefined ? (
        <Waiting error={error} refetch={refetch} shape={<RowSkeletons count={2} />} />
      ) : (
        <Sessions sessions={sessions} onChanged={() => askAgain(refetch)} />
      )}
    </Page>
  );
}

interface Props {
  readonly sessions: readonly OwnSessionFragment[];
  readonly onChanged: () => unknown;
}

function Sessions({ sessions, onChanged }: Props) {
  const { formatMessage } = useIntl();
  const command = useCommand(EndOwnSessionDocument, {
    done: () => formatMessage({ id: "settings.sessions.ended" }),
    onDone: onChanged,
  });
  const others = sessions.filter(({ isCurrent }) => !isCurrent);
  return (
    <Card footer={others.length > 0 && <EndOthers count={others.length} onChanged={onChanged} />}>
      <CommandProblem command={command} />
      <ul className={styles.list}>
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            isBusy={command.isBusy}
            onEnd={() => void command.send({ input: { sessionId: session.id } })}
          />
        ))}
      </ul>
    </Card>
  );
}

interface ItemProps {
  readonly session: OwnSessionFragment;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
}

function SessionItem({ session, isBusy, onEnd }: ItemProps) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const device = session.device ?? formatMessage({ id: "settings.sessions.unknown" });
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <span className={styles.name}>
          <strong>{device}</strong>
          {session.isCurrent && (
            <Badge tone="accent">
              <FormattedMessage id="settings.sessions.this" />
            </Badge>
          )}
        </span>
        <span className={styles.quiet}>
          <FormattedMessage
            id="settings.sessions.times"
            values={{ since: format.stamp(session.createdAt), seen: format.stamp(session.lastSeenAt) }}
          />
        </span>
        {session.network !== null && (
          <span className={styles.quiet}>
            <FormattedMessage id="settings.sessions.from" values={{ network: session.network }} />
          </span>
        )}
      </div>
      {!session.isCurrent && (
        <Button
          variant="default"
          disabled={isBusy}
          aria-label={formatMessage({ id: "settings.sessions.end.of" }, { device })}
          onClick={onEnd}
        >
          <FormattedMessage id="settings.sessions.end" />
        </Button>
      )}
    </li>
  );
}

function EndOthers({ count, onChanged }: { readonly count: number; readonly onChanged: () => unknown }) {
  const { formatMessage } = useIntl();
  const [isOpen, setOpen] = useState(false);
  const command = useCommand(EndOtherSessionsDocument, {
    done: ({ ended }) => formatMessage({ id: "settings.sessions.othersEnded" }, { count: ended ?? count }),
    onDone: async () => {
      setOpen(false);
      await onChanged();
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        <FormattedMessage id="settings.sessions.endOthers" />
      </Button>
      <CommandDialog
        command={command}
        isOpen={isOpen}
        isLoss
        onClose={() => setOpen(false)}
        onConfirm={() => command.send({ input: { isCurrentKept: true } })}
        title={formatMessage({ id: "settings.sessions.endOthers.title" })}
        verb={formatMessage({ id: "settings.sessions.endOthers" })}
      >
        <p>
          <FormattedMessage id="settings.sessions.endOthers.text" values={{ count }} />
        </p>
      </CommandDialog>
    </>
  );
}
