/** The help: all articles, found by words, narrowed by products and audience; the way to the routing table (R5, R9, R30, F62). */
import { useQuery } from "@apollo/client/react";
import { NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowRight, IconRoute, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../lib/formatters";
import { useRefusalText } from "../../lib/refusal-text";
import { useKnownViewer } from "../../lib/viewer";
import { EmptyState } from "../../ui/empty-state";
import { FailureNotice } from "../../ui/failure-notice";
import { LinkButton } from "../../ui/link-button";
import { LiveRegion } from "../../ui/live-region";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { useAudienceWords } from "./audience-words";
import { beginningOf } from "./beginning";
import { SearchHelpDocument } from "./help.generated";
import styles from "./help.module.css";

const MOST = 100;
const PAUSE_MS = 250;

export default function ArticlesPage() {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const sayAudience = useAudienceWords();
  const isStranger = useKnownViewer() === null;
  const refusalText = useRefusalText();
  const [search, setSearch] = useState("");
  const [family, setFamily] = useState("");
  const [audience, setAudience] = useState("");
  const [text] = useDebouncedValue(search.trim(), PAUSE_MS);
  const variables = { text, family: family || null, audience: audience || null, first: MOST };
  const { data, previousData, error, refetch } = useQuery(SearchHelpDocument, { variables });
  const found = (data ?? previousData)?.searchArticles;
  const everything = { value: "", label: formatMessage({ id: "help.everything" }) };
  const families = format.byName(found?.families ?? [], ({ name }) => name);
  return (
    <Page title={formatMessage({ id: "help.title" })} lead={<FormattedMessage id="help.lead" />}>
      <div className={styles.filters}>
        <TextInput
          className={styles.search}
          type="search"
          label={formatMessage({ id: "help.search" })}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <NativeSelect
          label={formatMessage({ id: "help.family" })}
          value={family}
          data={[everything, ...families.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setFamily(event.currentTarget.value)}
        />
        <NativeSelect
          label={formatMessage({ id: "help.audience" })}
          value={audience}
          data={[everything, ...(found?.audiences ?? []).map((one) => ({ value: one, label: sayAudience(one) }))]}
          onChange={(event) => setAudience(event.currentTarget.value)}
        />
      </div>
      <Link to="/help/where-to-go" className={styles.route}>
        <IconRoute size={28} aria-hidden />
        <span>
          <strong>
            <FormattedMessage id="help.where" />
          </strong>
          <span className={styles.quiet}>
            <FormattedMessage id="help.where.text" />
          </span>
        </span>
        <IconArrowRight size={20} aria-hidden />
      </Link>
      <p>
        <Link to="/ask">
          <FormattedMessage id="questions.link" />
        </Link>{" "}
        <span className={styles.quiet}>
          <FormattedMessage id="questions.link.text" />
          {isStranger && (
            <>
              {" "}
              <FormattedMessage id="questions.link.signIn" />
            </>
          )}
        </span>
      </p>
      {error !== undefined && <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />}
      {found === undefined && error === undefined && <CardSkeletons count={6} />}
      <LiveRegion>
        {data === undefined ? "" : formatMessage({ id: "help.count" }, { count: data.searchArticles.totalCount })}
      </LiveRegion>
      {found?.totalCount === 0 && (
        <EmptyState icon={<IconSearch />} title={<FormattedMessage id="help.nothing" />}>
          <p>
            <FormattedMessage id="help.nothing.text" />
          </p>
          <LinkButton to="/requests/new" variant="default">
            <FormattedMessage id="help.request" />
          </LinkButton>
        </EmptyState>
      )}
      <ul className={styles.articles}>
        {(found?.articles ?? []).map((article) => (
          <li key={article.id}>
            <Link to={`/help/${article.id}`} className={styles.article}>
              <strong>{article.title}</strong>
              <span className={styles.quiet}>{beginningOf(article.body)}</span>
              <span className={styles.quiet}>{article.family?.name ?? formatMessage({ id: "help.portal" })}</span>
            </Link>
          </li>
        ))}
      </ul>
      {found !== undefined && found.articles.length < found.totalCount && (
        <p className={styles.quiet}>
          <FormattedMessage id="help.more" values={{ shown: found.articles.length, count: found.totalCount }} />
        </p>
      )}
      <p className={styles.quiet}>
        {/* A page of the server, not of the router. */}
        <a href="/docs/api">
          <FormattedMessage id="help.api" />
        </a>
      </p>
    </Page>
  );
}
