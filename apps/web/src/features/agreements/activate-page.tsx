/** An activation link: whoever came by it signs in, fills the profile once, and adds the agreement with one button; no ID is typed (F56, P16). */

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { currentPath, loginAddress } from "../../lib/addresses";
import { useCommand } from "../../lib/commands/use-command";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { CommandProblem } from "../../ui/command-problem";
import { Page } from "../../ui/page";
import { visibleControls } from "../../ui/visible-controls";
import { ActivateAgreementDocument } from "./activation.generated";
import styles from "./activation.module.css";

export default function ActivatePage() {
  const { formatMessage } = useIntl();
  const { token = "" } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const { account } = useViewer();
  const [knownPlanId, setKnownPlanId] = useState<string | null>(null);
  const command = useCommand(ActivateAgreementDocument, {
    done: ({ plan }) =>
      plan && {
        text: formatMessage({ id: "plans.added" }, { programme: plan.programme.name }),
        on: `/plans/${plan.id}`,
      },
    onDone: ({ plan }) => plan && navigate(`/plans/${plan.id}`, { replace: true }),
    onRefused: ({ userErrors: [refusal] }) => {
      if (refusal?.__typename === "AgreementAlreadyRegisteredError") setKnownPlanId(refusal.plan.id);
    },
  });
  return (
    <Page isText title={formatMessage({ id: "activation.title" })} lead={<FormattedMessage id="activation.lead" />}>
      <CommandProblem command={command}>
        <p>
          <Link to={knownPlanId === null ? "/plans" : `/plans/${knownPlanId}`}>
            <FormattedMessage id={knownPlanId === null ? "activation.byIds" : "activation.known"} />
          </Link>
        </p>
      </CommandProblem>
      <Card>
        <p className={styles.account}>
          <span className={styles.quiet}>
            <FormattedMessage id="activation.account" />
          </span>
          <strong>{visibleControls(account.email)}</strong>
          <span className={styles.quiet}>
            <FormattedMessage id={`account.kind.${account.kind}`} />
          </span>
        </p>
        <div>
          <Button loading={command.isBusy} onClick={() => void command.sendKeyed({ token })}>
            <FormattedMessage id="activation.add" />
          </Button>
        </div>
        <p className={styles.quiet}>
          <a href={loginAddress(currentPath(location), { prompt: "select_account" })}>
            <FormattedMessage id="activation.otherAccount" />
          </a>
        </p>
      </Card>
    </Page>
  );
}
