/** Shows the two IDs again, after a fresh sign-in, with the advice to share them and never a sign-in (R17, R18). */

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useLocation, useNavigate } from "react-router";
import { loginAddress } from "../../lib/addresses";
import { useCommand } from "../../lib/commands/use-command";
import { Card } from "../../ui/card";
import { CommandProblem } from "../../ui/command-problem";
import { CopyButton } from "../../ui/copy-button";
import { OutcomeNotice } from "../../ui/outcome-notice";
import { RevealAgreementDocument } from "./agreements.generated";
import styles from "./agreements.module.css";

const NAMES = ["accessId", "agreementId"] as const;

export function RevealPair({ planId }: { readonly planId: string }) {
  const { formatMessage } = useIntl();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [pair, setPair] = useState<{ accessId: string; agreementId: string } | null>(null);
  const hasReturned = useRef(false);
  const command = useCommand(RevealAgreementDocument, {
    // Nothing of the pair stays in the cache.
    fetchPolicy: "no-cache",
    done: null,
    onDone: ({ accessId, agreementId }) => {
      if (accessId !== null && agreementId !== null) setPair({ accessId, agreementId });
    },
    onRefused: ({ userErrors: [refusal] }) => {
      if (refusal?.code === "REAUTHENTICATION_REQUIRED" && !hasReturned.current)
        window.location.assign(loginAddress(`/plans/${planId}#reveal`, { prompt: "login" }));
    },
  });
  const show = () => command.send({ input: { planId } });

  useEffect(() => {
    if (hash !== "#reveal" || hasReturned.current) return;
    hasReturned.current = true;
    void navigate(window.location.pathname, { replace: true });
    void show();
  });

  return (
    <Card title={<FormattedMessage id="plans.pair" />}>
      <p className={styles.quiet}>
        <FormattedMessage id="plans.pair.text" />
      </p>
      <CommandProblem command={command} />
      {pair === null ? (
        <div>
          <Button variant="default" loading={command.isBusy} onClick={() => void show()}>
            <FormattedMessage id="plans.pair.show" />
          </Button>
        </div>
      ) : (
        <>
          <dl className={styles.ids}>
            {NAMES.map((name) => (
              <div key={name}>
                <dt>
                  <FormattedMessage id={`plans.${name}`} />
                </dt>
                <dd>
                  {pair[name]}
                  <CopyButton text={pair[name]} what={formatMessage({ id: `plans.${name}` })} />
                </dd>
              </div>
            ))}
          </dl>
          <OutcomeNotice tone="info" times={command.timesDone} title={<FormattedMessage id="plans.pair.advice" />}>
            <p>
              <FormattedMessage id="plans.pair.advice.text" />
            </p>
          </OutcomeNotice>
          <div>
            <Button variant="subtle" color="gray" onClick={() => setPair(null)}>
              <FormattedMessage id="plans.pair.hide" />
            </Button>
          </div>
        </>
      )}
    </Card>
  );
}
