/** An activation link: whoever came by it signs in, fills the profile once, and adds the agreement with one button; no ID is typed (F56, P16). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation, useNavigate, useParams } from "react-router";
import { currentPath, loginAddress } from "../../lib/addresses";
import { type RefusalText, useRefusalText } from "../../lib/refusal-text";
import { useViewer } from "../../lib/viewer";
import { Card } from "../../ui/card";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { visibleControls } from "../../ui/visible-controls";
import { ActivateAgreementDocument } from "./activation.generated";
import styles from "./activation.module.css";

export default function ActivatePage() {
  const { formatMessage } = useIntl();
  const { token = "" } = useParams();
  const location = useLocation();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const { account } = useViewer();
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [knownPlanId, setKnownPlanId] = useState<string | null>(null);
  const [activate, { loading }] = useMutation(ActivateAgreementDocument);
  const add = async (): Promise<void> => {
    setProblem(null);
    try {
      const { data } = await activate({ variables: { input: { token } } });
      const refusal = data?.activateAgreement.userErrors[0];
      if (refusal !== undefined) {
        if (refusal.__typename === "AgreementAlreadyRegisteredError") setKnownPlanId(refusal.plan.id);
        return setProblem(refusalText(refusal));
      }
      const plan = data?.activateAgreement.plan;
      if (plan == null) return;
      notifications.show({ message: formatMessage({ id: "plans.added" }, { programme: plan.programme.name }) });
      await navigate(`/plans/${plan.id}`, { replace: true });
    } catch (error) {
      setProblem(refusalText(error));
    }
  };
  return (
    <Page isText title={formatMessage({ id: "activation.title" })} lead={<FormattedMessage id="activation.lead" />}>
      {problem !== null && (
        <Notice tone="loss" title={problem.message} code={problem.code}>
          <p>{problem.remedy}</p>
          <p>
            <Link to={knownPlanId === null ? "/plans" : `/plans/${knownPlanId}`}>
              <FormattedMessage id={knownPlanId === null ? "activation.byIds" : "activation.known"} />
            </Link>
          </p>
        </Notice>
      )}
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
          <Button loading={loading} onClick={() => void add()}>
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
