/** A second request for a part of this one: the proposal, the contacts' yes or no, and where the second one is (S1, S8, F55). */

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useCommand } from "../../../lib/commands/use-command";
import { CommandProblem } from "../../../ui/command-problem";
import { Notice } from "../../../ui/notice";
import { visibleControls } from "../../../ui/visible-controls";
import { useIsDesk } from "../perspective";
import type { RequestPageQuery } from "../request-page.generated";
import { DecideSplitDocument } from "./split.generated";
import styles from "./split.module.css";

type Request = RequestPageQuery["request"];
type Proposal = Request["splitProposals"][number];

export function SplitAsked({ request }: { readonly request: Request }) {
  const isDesk = useIsDesk();
  const isClosed = request.status === "CLOSED";
  return (
    <>
      {request.splitProposals.map((proposal) => {
        if (proposal.state === "ACCEPTED") return <Opened key={proposal.id} proposal={proposal} />;
        if (proposal.state === "DECLINED")
          return isDesk && !isClosed ? <Said key={proposal.id} id="split.declined" proposal={proposal} /> : null;
        if (isClosed) return null;
        return isDesk ? (
          <Said key={proposal.id} id="split.waiting" proposal={proposal} />
        ) : (
          <Asked key={proposal.id} proposal={proposal} plan={request.programme?.name ?? null} />
        );
      })}
    </>
  );
}

const quoted = (title: string): ReactNode => <strong dir="auto">{visibleControls(title)}</strong>;

function Said({ id, proposal }: { readonly id: "split.declined" | "split.waiting"; readonly proposal: Proposal }) {
  return <Notice title={<FormattedMessage id={id} values={{ title: quoted(proposal.title) }} />} />;
}

function Opened({ proposal }: { readonly proposal: Proposal }) {
  const isDesk = useIsDesk();
  return (
    <Notice
      tone="good"
      isLive={false}
      title={<FormattedMessage id="split.opened" values={{ title: quoted(proposal.title) }} />}
    >
      {proposal.newRequestId !== null && (
        <p>
          <Link to={`${isDesk ? "/queue" : "/requests"}/${proposal.newRequestId}`}>
            <FormattedMessage id="split.openSecond" />
          </Link>
        </p>
      )}
    </Notice>
  );
}

function Asked({ proposal, plan }: { readonly proposal: Proposal; readonly plan: string | null }) {
  const { formatMessage } = useIntl();
  const command = useCommand(DecideSplitDocument, {
    done: (_answer, { input: { isAccepted } }) => formatMessage({ id: isAccepted ? "split.agreed" : "split.kept" }),
  });
  const answer = (isAccepted: boolean) => command.sendKeyed({ proposalId: proposal.id, isAccepted });
  return (
    <Notice tone="soon" title={<FormattedMessage id="split.asked" values={{ title: quoted(proposal.title) }} />}>
      <p className={styles.description} dir="auto">
        {visibleControls(proposal.description)}
      </p>
      <p>
        <FormattedMessage id={plan === null ? "split.asked.text" : "split.asked.plan"} values={{ plan }} />
      </p>
      <div className={styles.answers}>
        <Button size="sm" loading={command.isBusy} onClick={() => void answer(true)}>
          <FormattedMessage id="split.yes" />
        </Button>
        <Button size="sm" variant="default" disabled={command.isBusy} onClick={() => void answer(false)}>
          <FormattedMessage id="split.no" />
        </Button>
      </div>
      <CommandProblem command={command} />
    </Notice>
  );
}
