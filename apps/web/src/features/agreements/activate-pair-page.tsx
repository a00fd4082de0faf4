/** Where a letter's QR code leads: both IDs filled in, one press, and the agreement's term begins (R56, S17). */
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { forgetLetterPair, readLetterPair } from "../../lib/letter-pair";
import { Card } from "../../ui/card";
import { LinkButton } from "../../ui/link-button";
import { Page } from "../../ui/page";
import { AddAgreementForm } from "./add-agreement-form";

export default function ActivatePairPage() {
  const { formatMessage } = useIntl();
  const [pair] = useState(readLetterPair);
  const [planId, setPlanId] = useState<string | null>(null);
  return (
    <Page
      isText
      title={formatMessage({ id: "activation.pair.title" })}
      lead={
        planId === null && <FormattedMessage id={pair === null ? "activation.pair.empty" : "activation.pair.lead"} />
      }
    >
      <Card>
        <AddAgreementForm pair={pair} onAnswered={forgetLetterPair} onShowPlan={setPlanId} />
      </Card>
      {planId !== null && (
        <div>
          <LinkButton to={`/plans/${planId}`} variant="default">
            <FormattedMessage id="plans.showPlan" />
          </LinkButton>
        </div>
      )}
    </Page>
  );
}
