/** One account: what it signs in as, its staff roles, where it is signed in and the tokens that act for it (F60). */

import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { failureOf } from "../../../lib/failure";
import { useFormatters } from "../../../lib/formatters";
import { useViewer } from "../../../lib/viewer";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { Facts } from "../../../ui/facts";
import { Page } from "../../../ui/page";
import { CardSkeletons } from "../../../ui/skeletons";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { type AccountFactsFragment, ManagedAccountDocument } from "./people.generated";
import { accountName } from "./people-words";
import { RolesCard } from "./roles-card";
import { SessionsCard } from "./sessions-card";
import { TokensCard } from "./tokens-card";

export default function PersonPage() {
  const { formatMessage } = useIntl();
  const { staffRights } = useViewer();
  const { accountId = "" } = useParams();
  const { data, error, refetch } = useQuery(ManagedAccountDocument, {
    variables: { id: accountId },
    fetchPolicy: "cache-and-network",
  });
  const back = (
    <Link to="/administration/people">
      <FormattedMessage id="people.title" />
    </Link>
  );
  if (data === undefined) {
    const isGone = error !== undefined && ["NOT_FOUND", "BAD_USER_INPUT"].includes(failureOf(error).code);
    return (
      <Page back={back} title={formatMessage({ id: isGone ? "people.gone" : "people.one" })}>
        {!isGone && <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={2} />} />}
      </Page>
    );
  }
  const account = data.managedAccount;
  const maySignOut = staffRights.includes("MANAGE_SESSIONS");
  return (
    <Page
      back={back}
      title={accountName(account)}
      lead={visibleControls(account.email)}
      aside={
        <Card title={<FormattedMessage id="people.facts" />}>
          <PersonFacts account={account} />
        </Card>
      }
    >
      <RolesCard account={account} mayManage={staffRights.includes("MANAGE_STAFF")} />
      <SessionsCard accountId={account.id} mayManage={maySignOut} />
      <TokensCard accountId={account.id} mayManage={maySignOut} />
    </Page>
  );
}

function PersonFacts({ account }: { readonly account: AccountFactsFragment }) {
  const format = useFormatters();
  return (
    <Facts
      facts={[
        {
          key: "kind",
          name: <FormattedMessage id="people.fact.kind" />,
          value: (
            <>
              <FormattedMessage id={`account.kind.${account.kind}`} />
              {account.isGuest && (
                <>
                  {" · "}
                  <FormattedMessage id="people.guest" />
                </>
              )}
            </>
          ),
        },
        {
          key: "address",
          name: <FormattedMessage id="people.fact.address" />,
          value: <FormattedMessage id={account.isEmailProven ? "people.proven" : "people.notProven"} />,
        },
        { key: "since", name: <FormattedMessage id="people.fact.since" />, value: format.instant(account.createdAt) },
        {
          key: "id",
          name: <FormattedMessage id="people.fact.id" />,
          value: <span className={styles.mono}>{account.id}</span>,
        },
        ...account.identities.map(({ issuer, subject }) => ({
          key: `${issuer} ${subject}`,
          name: <FormattedMessage id="people.fact.identity" />,
          value: (
            <span className={styles.title}>
              <span className={styles.mono}>{visibleControls(subject)}</span>
              <span className={styles.quiet}>{visibleControls(issuer)}</span>
            </span>
          ),
        })),
      ]}
    />
  );
}
