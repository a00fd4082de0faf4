/** The directories of partners: work accounts of theirs are partner accounts from their next sign-in on (R49, F60). */

import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useCommand } from "../../../lib/commands/use-command";
import { useRefusalText } from "../../../lib/refusal-text";
import { Textarea } from "../../../lib/textarea";
import { useViewer } from "../../../lib/viewer";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { FailureNotice } from "../../../ui/failure-notice";
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
      {saved !== undefined && <PartnersForm saved={saved} />}
    </Page>
  );
}

function PartnersForm({ saved }: { readonly saved: string }) {
  const { formatMessage } = useIntl();
  const id = useId();
  const mayManage = useViewer().staffRights.includes("MANAGE_STAFF");
  // What is typed outlives an answer that comes meanwhile.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? saved;
  const command = useCommand(SetPartnerTenantsDocument, {
    refetchQueries: [PartnerTenantsDocument],
    awaitRefetchQueries: true,
    done: () => formatMessage({ id: "people.partners.saved" }),
    onDone: () => setTyped(null),
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await command.send({ input: { tenantIds: text.split(/[\s,;]+/).filter((one) => one !== "") } });
  };
  return (
    <Card>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        <CommandProblem command={command} />
        <Textarea
          id={id}
          rows={8}
          readOnly={!mayManage}
          spellCheck={false}
          label={formatMessage({ id: "people.partners.ids" })}
          description={formatMessage({ id: "people.partners.hint" })}
          value={text}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {mayManage && (
          <div>
            <Button type="submit" loading={command.isBusy} disabled={text === saved}>
              <FormattedMessage id="people.partners.save" />
            </Button>
          </div>
        )}
      </form>
    </Card>
  );
}
