/** Every article of the help, as those who write it see it (R55). */
import { foldText } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../lib/formatters";
import { useWhole, WHOLE } from "../../../lib/list/read-whole";
import { Waiting } from "../../../lib/waiting";
import { Badge } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { LinkButton } from "../../../ui/link-button";
import { Page } from "../../../ui/page";
import { RowSkeletons } from "../../../ui/skeletons";
import administration from "../administration.module.css";
import { useArticleTitle } from "./article-title";
import { ManagedArticlesDocument, type ManagedArticlesQuery } from "./articles.generated";
import styles from "./articles.module.css";

type Row = ManagedArticlesQuery["managedArticles"]["nodes"][number];

export default function ManagedArticlesPage() {
  const { formatMessage } = useIntl();
  const [search, setSearch] = useState("");
  const answer = useQuery(ManagedArticlesDocument, WHOLE);
  const articles = useWhole(answer, (data) => data.managedArticles);
  const wanted = foldText(search.trim());
  const found = (articles ?? []).filter(({ id, title, titleRo }) =>
    foldText(`${id} ${title} ${titleRo ?? ""}`).includes(wanted),
  );
  return (
    <Page title={formatMessage({ id: "articles.page" })} lead={<FormattedMessage id="articles.lead" />}>
      <div className={administration.row}>
        <LinkButton to="/administration/articles/new">
          <FormattedMessage id="articles.new" />
        </LinkButton>
      </div>
      <TextInput
        className={styles.search}
        type="search"
        label={formatMessage({ id: "articles.search" })}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {articles === undefined && (
        <Waiting error={answer.error} refetch={answer.refetch} shape={<RowSkeletons count={8} />} />
      )}
      {articles !== undefined && (
        <Card>
          <ul className={styles.list}>
            {found.map((article) => (
              <ArticleRow key={article.id} article={article} />
            ))}
          </ul>
          {found.length === 0 && (
            <p>
              <FormattedMessage id="help.nothing" />
            </p>
          )}
        </Card>
      )}
    </Page>
  );
}

function ArticleRow({ article }: { readonly article: Row }) {
  const format = useFormatters();
  const sayTitle = useArticleTitle();
  return (
    <li className={styles.item}>
      <span className={administration.title}>
        <Link to={`/administration/articles/${article.id}`}>{sayTitle(article)}</Link>
        <span className={administration.quiet}>{article.id}</span>
      </span>
      <span className={administration.row}>
        {article.retiredAt !== null && (
          <Badge>
            <FormattedMessage id="articles.retired" />
          </Badge>
        )}
        {article.titleRo === null && (
          <Badge>
            <FormattedMessage id="articles.untranslated" />
          </Badge>
        )}
        {article.updatedOn !== null && <span className={administration.quiet}>{format.day(article.updatedOn)}</span>}
      </span>
    </li>
  );
}
