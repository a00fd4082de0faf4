/** The directories of partners: work accounts of theirs are partner accounts from their next sign-in on (R49, F60). */

import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { type FormEvent, useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { useWhole, WHOLE } from "../../../lib/list/read-whole";
import { Textarea } from "../../../lib/textarea";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { DropTyped } from "../../../ui/drop-typed";
import { Page } from "../../../ui/page";
import { TextSkeleton } from "../../../ui/skeletons";
import styles from "../administration.module.css";
import { PartnerTenantsDocument, SetPartnerTenantsDocument } from "./people.generated";

export default function PartnersPage() {
  const { formatMessage } = useIntl();
  const answer = useQuery(PartnerTenantsDocument, WHOLE);
  const saved = useWhole(answer, (data) => data.partnerTenants)
    ?.map(({ tenantId }) => tenantId)
    .join("\n");
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
      {saved === undefined && <Waiting error={answer.error} refetch={answer.refetch} shape={<TextSkeleton />} />}
      {saved !== undefined && <PartnersForm saved={saved} />}
    </Page>
  );
}

function PartnersForm({ saved }: { readonly saved: string }) {
  const { formatMessage } = useIntl();
  const id = useId();
  const mayManage = useViewer().staffRights.includes("MANAGE_STAFF");
  const kept = useKept("partners", "all", { ids: saved });
  const { ids } = kept.typed;
  const command = useCommand(SetPartnerTenantsDocument, {
    refetchQueries: [PartnerTenantsDocument],
    awaitRefetchQueries: true,
    done: () => formatMessage({ id: "people.partners.saved" }),
    onDone: kept.forget,
  });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await command.send({ input: { tenantIds: ids.split(/[\s,;]+/).filter((one) => one !== "") } });
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
          text={kept.field("ids")}
        />
        {mayManage && (
          <div className={styles.row}>
            <Button type="submit" loading={command.isBusy} disabled={ids === saved}>
              <FormattedMessage id="people.partners.save" />
            </Button>
            <DropTyped kept={kept} />
          </div>
        )}
      </form>
    </Card>
  );
}
