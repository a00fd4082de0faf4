/** Shows the two IDs again, after a fresh sign-in, with the advice to share them and never a sign-in (R17, R18). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useLocation, useNavigate } from "react-router";
import { loginAddress } from "../../lib/addresses";
import { type UserErrorFields, useRefusalText } from "../../lib/refusal-text";
import { Card } from "../../ui/card";
import { CopyButton } from "../../ui/copy-button";
import { Notice } from "../../ui/notice";
import { RevealAgreementDocument } from "./agreements.generated";
import styles from "./agreements.module.css";

const NAMES = ["accessId", "agreementId"] as const;

export function RevealPair({ planId }: { readonly planId: string }) {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [pair, setPair] = useState<{ accessId: string; agreementId: string } | null>(null);
  const [problem, setProblem] = useState<UserErrorFields | Error | null>(null);
  // Nothing of the pair stays in the cache.
  const [reveal, { loading }] = useMutation(RevealAgreementDocument, { fetchPolicy: "no-cache" });

  const show = async (isReturning: boolean): Promise<void> => {
    setProblem(null);
    try {
      const { data } = await reveal({ variables: { input: { planId } } });
      const { accessId = null, agreementId = null, userErrors = [] } = data?.revealAgreement ?? {};
      const refusal = userErrors[0];
      if (refusal?.code === "REAUTHENTICATION_REQUIRED" && !isReturning) {
        window.location.assign(loginAddress(`/plans/${planId}#reveal`, { prompt: "login" }));
      } else if (refusal !== undefined) setProblem(refusal);
      else if (accessId !== null && agreementId !== null) setPair({ accessId, agreementId });
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const hasReturned = useRef(false);
  useEffect(() => {
    if (hash !== "#reveal" || hasReturned.current) return;
    hasReturned.current = true;
    void navigate(window.location.pathname, { replace: true });
    void show(true);
  });

  const text = problem === null ? null : refusalText(problem);
  return (
    <Card title={<FormattedMessage id="plans.pair" />}>
      <p className={styles.quiet}>
        <FormattedMessage id="plans.pair.text" />
      </p>
      {text !== null && (
        <Notice tone="loss" title={text.message} code={text.code}>
          <p>{text.remedy}</p>
        </Notice>
      )}
      {pair === null ? (
        <div>
          <Button variant="default" loading={loading} onClick={() => void show(false)}>
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
          <Notice tone="info" title={<FormattedMessage id="plans.pair.advice" />}>
            <p>
              <FormattedMessage id="plans.pair.advice.text" />
            </p>
          </Notice>
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
