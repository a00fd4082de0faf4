/** The terms a buyer agrees to, in one version (R79, F28). */
import { PURCHASE_TERMS_VERSION } from "@accord/domain";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { Card } from "../../ui/card";
import { Page } from "../../ui/page";
import { Prose } from "../../ui/prose";

export default function TermsPage() {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  return (
    <Page
      isText
      back={
        <Link to="/help">
          <FormattedMessage id="help.back" />
        </Link>
      }
      title={formatMessage({ id: "purchases.terms" })}
      lead={<FormattedMessage id="purchases.terms.version" values={{ day: format.day(PURCHASE_TERMS_VERSION) }} />}
    >
      <Card>
        <Prose markdown={formatMessage({ id: "purchases.terms.text" })} isArticle />
      </Card>
    </Page>
  );
}
