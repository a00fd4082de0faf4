/** The directories of partners: work accounts of theirs are partner accounts from their next sign-in on (R49, F60). */
import { useMutation, useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type FormEvent, useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { type RefusalText, useRefusalText } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { FailureNotice } from "../../../ui/failure-notice";
import { Notice } from "../../../ui/notice";
import { Page } from "../../../ui/page";
import { TextSkeleton } from "../../../ui/skeletons";
import styles from "../administration.module.css";
import { PartnerTenantsDocument, SetPartnerTenantsDocument } from "./people.generated";

export default function PartnersPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { data, error, refetch } = useQuery(PartnerTenantsDocument, { fetchPolicy: "cache-and-network" });
  const saved = data?.partnerTenants.map(({ tenantId }) => tenantId).join("\n");
  return (
    <Page
      isText
      title={formatMessage({ id: "people.partners" })}
      lead={<FormattedMessage id="people.partners.lead" />}
      back={
        <Link to="/administration/people">
          <FormattedMessage id="people.title" />
        </Link>
      }
    >
      {saved === undefined && error === undefined && <TextSkeleton />}
      {saved === undefined && error !== undefined && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
      {saved !== undefined && <PartnersForm saved={saved} key={saved} />}
    </Page>
  );
}

function PartnersForm({ saved }: { readonly saved: string }) {
  const { formatMessage } = useIntl();
  const id = useId();
  const refusalText = useRefusalText();
  const mayManage = useViewer().staffRights.includes("MANAGE_STAFF");
  const [text, setText] = useState(saved);
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [save, { loading }] = useMutation(SetPartnerTenantsDocument, { refetchQueries: [PartnerTenantsDocument] });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setProblem(null);
    try {
      const tenantIds = text.split(/[\s,;]+/).filter((one) => one !== "");
      const { data } = await save({ variables: { input: { tenantIds } } });
      const refusal = data?.setPartnerTenants.userErrors[0];
      if (refusal !== undefined) return setProblem(refusalText(refusal));
      notifications.show({ message: formatMessage({ id: "people.partners.saved" }) });
    } catch (failure) {
      setProblem(refusalText(failure));
    }
  };
  return (
    <Card>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {problem !== null && (
          <Notice tone="loss" title={problem.message} code={problem.code}>
            <p>{problem.remedy}</p>
          </Notice>
        )}
        <Textarea
          id={id}
          rows={8}
          readOnly={!mayManage}
          spellCheck={false}
          label={formatMessage({ id: "people.partners.ids" })}
          description={formatMessage({ id: "people.partners.hint" })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {mayManage && (
          <div>
            <Button type="submit" loading={loading} disabled={text === saved}>
              <FormattedMessage id="people.partners.save" />
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}
