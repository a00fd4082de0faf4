/** One agreement: what it is, what was used of it and by whom, every change of its balance, and what can be changed (F18, F56). */

import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { askAgain } from "../../../lib/ask-again";
import { failureOf } from "../../../lib/failure";
import { useFormatters } from "../../../lib/formatters";
import { LANGUAGE_NAMES, LANGUAGE_OF_CODE } from "../../../lib/language";
import { MorePages } from "../../../lib/list/paged-list";
import { PAGED, readPages } from "../../../lib/list/read-pages";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { Facts } from "../../../ui/facts";
import { Meter } from "../../../ui/meter";
import { Page } from "../../../ui/page";
import { CardSkeletons } from "../../../ui/skeletons";
import styles from "../administration.module.css";
import { ActivationCard } from "./activation-card";
import { ChangeAgreement } from "./change-agreement";
import { ManagedAgreementDocument, type ManagedFactsFragment } from "./managed.generated";
import { HoldersCard, LedgerTable } from "./managed-tables";
import { IncidentsLeft, idEndings, ManagedStateBadge, useAgreementName } from "./managed-words";

export default function ManagedAgreementPage() {
  const { formatMessage } = useIntl();
  const mayManage = useViewer().staffRights.includes("MANAGE_AGREEMENTS");
  const { planId = "" } = useParams();
  const answer = useQuery(ManagedAgreementDocument, { variables: { id: planId }, ...PAGED });
  const { data, error, refetch } = answer;
  const ledger = readPages(answer, (read) => read.managedAgreement.ledger);
  const name = useAgreementName(data?.managedAgreement);
  const back = (
    <Link to="/administration/agreements">
      <FormattedMessage id="managed.title" />
    </Link>
  );
  if (data === undefined) {
    const isGone = error !== undefined && ["NOT_FOUND", "BAD_USER_INPUT"].includes(failureOf(error).code);
    return (
      <Page back={back} title={formatMessage({ id: isGone ? "managed.gone" : "managed.one" })}>
        {!isGone && <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={2} />} />}
      </Page>
    );
  }
  const agreement = data.managedAgreement;
  const { incidentsRemaining: left, incidentsTotal: total } = agreement;
  return (
    <Page
      back={back}
      title={name}
      lead={agreement.programme.name}
      actions={<ManagedStateBadge state={agreement.state} />}
      aside={
        <>
          <Card title={<FormattedMessage id="managed.facts" />}>
            <AgreementFacts agreement={agreement} />
          </Card>
          {mayManage && <ChangeAgreement agreement={agreement} onChanged={() => void askAgain(refetch)} />}
        </>
      }
    >
      <Card title={<FormattedMessage id="managed.usage" />}>
        <Meter
          value={left}
          total={total}
          label={
            left === null
              ? formatMessage({ id: "managed.unlimited" })
              : formatMessage({ id: "managed.leftOf" }, { left, total: total ?? left })
          }
          tone={left === 0 ? "loss" : "good"}
        />
        <UsageWords agreement={agreement} />
      </Card>
      <HoldersCard planId={agreement.id} />
      <ActivationCard agreement={agreement} mayManage={mayManage} />
      <Card title={<FormattedMessage id="managed.ledger" />}>
        <LedgerTable lines={ledger.nodes} />
        <MorePages pages={ledger} />
      </Card>
    </Page>
  );
}

function UsageWords({ agreement: { usage } }: { readonly agreement: ManagedFactsFragment }) {
  const format = useFormatters();
  return (
    <p className={styles.quiet}>
      <FormattedMessage id="managed.usage.words" values={{ used: usage.incidentsUsed, requests: usage.requestCount }} />{" "}
      {usage.lastUsedAt !== null && (
        <FormattedMessage id="managed.usage.last" values={{ when: format.stamp(usage.lastUsedAt) }} />
      )}
    </p>
  );
}

function AgreementFacts({ agreement }: { readonly agreement: ManagedFactsFragment }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const { recipient } = agreement;
  const facts: readonly (readonly [string, React.ReactNode] | null)[] = [
    agreement.redeemBy === null
      ? ["term", `${format.day(agreement.startsOn)} – ${format.day(agreement.endsOn)}`]
      : ["redeemBy", format.day(agreement.redeemBy)],
    agreement.activatedAt === null ? null : ["activated", format.instant(agreement.activatedAt)],
    ["zone", format.zone(agreement.timeZone)],
    ["incidents", <IncidentsLeft key="incidents" agreement={agreement} />],
    [
      "ids",
      <span key="ids" className={styles.mono}>
        {idEndings(agreement)}
      </span>,
    ],
    recipient?.email == null ? null : ["email", recipient.email],
    recipient === null ? null : ["language", LANGUAGE_NAMES[LANGUAGE_OF_CODE[recipient.language]]],
    ["issued", format.instant(agreement.createdAt)],
    agreement.revokedAt === null ? null : ["revoked", format.instant(agreement.revokedAt)],
  ];
  return (
    <Facts
      facts={facts.flatMap((fact) =>
        fact === null ? [] : [{ key: fact[0], name: formatMessage({ id: `managed.fact.${fact[0]}` }), value: fact[1] }],
      )}
    />
  );
}
