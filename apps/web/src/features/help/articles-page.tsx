/** Help articles of the portal, with a filter, and the way to the routing table (R9, R30). */
import { foldText } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { IconArrowRight, IconRoute, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useRefusalText } from "../../lib/refusal-text";
import { EmptyState } from "../../ui/empty-state";
import { FailureNotice } from "../../ui/failure-notice";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import { ArticlesDocument } from "./help.generated";
import styles from "./help.module.css";

/** The first words of an article, without its Markdown. */
const beginning = (body: string): string => {
  const text = (body.split(/\n\s*\n/).find((part) => part.trim() !== "" && !part.startsWith("#")) ?? "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`#>]/g, "");
  return text.length > 160 ? `${text.slice(0, text.lastIndexOf(" ", 160))} …` : text;
};

export default function ArticlesPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const [search, setSearch] = useState("");
  const { data, error, refetch } = useQuery(ArticlesDocument);
  const found = (data?.articles ?? []).filter((article) =>
    foldText(`${article.title} ${article.body}`).includes(foldText(search.trim())),
  );
  return (
    <Page title={formatMessage({ id: "help.title" })} lead={<FormattedMessage id="help.lead" />}>
      <TextInput
        className={styles.search}
        type="search"
        label={formatMessage({ id: "help.search" })}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
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
        </span>
      </p>
      {error !== undefined && data === undefined && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === undefined && <CardSkeletons count={6} />}
      {data !== undefined && found.length === 0 && (
        <EmptyState icon={<IconSearch />} title={<FormattedMessage id="help.nothing" />}>
          <p>
            <FormattedMessage id="help.nothing.text" />
          </p>
        </EmptyState>
      )}
      <ul className={styles.articles}>
        {found.map((article) => (
          <li key={article.id}>
            <Link to={`/help/${article.id}`} className={styles.article}>
              <strong>{article.title}</strong>
              <span className={styles.quiet}>{beginning(article.body)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {/* A page of the server, not of the router. */}
        <a href="/docs/api">
          <FormattedMessage id="help.api" />
        </a>
      </p>
    </Page>
  );
}
