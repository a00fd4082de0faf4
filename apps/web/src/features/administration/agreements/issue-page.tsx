/** Issues one agreement or many alike; IDs and links are shown this once, letters can be printed later (F56, F18). */

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { LinkButton } from "../../../ui/link-button";
import { Notice } from "../../../ui/notice";
import { OutcomeNotice } from "../../../ui/outcome-notice";
import { Page } from "../../../ui/page";
import styles from "../administration.module.css";
import { IssueForm } from "./issue-form";
import type { IssueAgreementsMutation } from "./managed.generated";
import { LetterLink, ShownOnce } from "./shown-once";

type Issued = NonNullable<IssueAgreementsMutation["createAgreements"]["issued"]>;

export default function IssuePage() {
  const { formatMessage } = useIntl();
  const { staffRights } = useViewer();
  const [issued, setIssued] = useState<Issued | null>(null);
  const mayIssue = staffRights.includes("MANAGE_AGREEMENTS");
  return (
    <Page
      isText
      title={formatMessage({ id: "managed.issue.title" })}
      lead={<FormattedMessage id="managed.issue.lead" />}
      back={
        <Link to="/administration/agreements">
          <FormattedMessage id="managed.title" />
        </Link>
      }
    >
      {!mayIssue && <Notice title={<FormattedMessage id="administration.readOnly" />} />}
      {mayIssue && issued === null && (
        <Card>
          <IssueForm onIssued={setIssued} />
        </Card>
      )}
      {issued !== null && <IssuedList issued={issued} onAgain={() => setIssued(null)} />}
    </Page>
  );
}

function IssuedList({ issued, onAgain }: { readonly issued: Issued; readonly onAgain: () => void }) {
  return (
    <>
      <OutcomeNotice title={<FormattedMessage id="managed.issued" values={{ count: issued.length }} />}>
        <p>
          <FormattedMessage
            id={issued.some((one) => one.accessId === null) ? "managed.issued.before" : "managed.issued.once"}
          />
        </p>
      </OutcomeNotice>
      <ul className={styles.list}>
        {issued.map((one, position) => (
          <li key={one.planId}>
            <Card
              title={<FormattedMessage id="managed.issued.one" values={{ number: position + 1 }} />}
              footer={
                <>
                  <LetterLink url={one.letterUrl} />
                  <Link to={`/administration/agreements/${one.planId}`}>
                    <FormattedMessage id="managed.open" />
                  </Link>
                </>
              }
            >
              <ShownOnce {...one} />
            </Card>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        <LinkButton to="/administration/agreements" variant="default">
          <FormattedMessage id="managed.issued.done" />
        </LinkButton>
        <Button variant="subtle" onClick={onAgain}>
          <FormattedMessage id="managed.issued.again" />
        </Button>
      </div>
    </>
  );
}
