/** One article of the help: written in both languages side by side, seen as readers will, saved or retired (R55). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { failureOf } from "../../../lib/failure";
import { Waiting } from "../../../lib/waiting";
import { Page } from "../../../ui/page";
import { TextSkeleton } from "../../../ui/skeletons";
import { ArticleForm } from "./article-form";
import { useArticleTitle } from "./article-title";
import { ManagedArticleDocument } from "./articles.generated";
import { RetireArticle } from "./retire-article";

export default function ManagedArticlePage() {
  const { formatMessage } = useIntl();
  const sayTitle = useArticleTitle();
  const { articleId } = useParams();
  const isNew = articleId === undefined;
  const { data, error, refetch } = useQuery(ManagedArticleDocument, {
    variables: { id: articleId ?? "" },
    // A list that was read meanwhile knows of newer revisions without their text.
    fetchPolicy: "network-only",
    skip: isNew,
  });
  const article = data?.managedArticle ?? null;
  const back = (
    <Link to="/administration/articles">
      <FormattedMessage id="articles.page" />
    </Link>
  );
  if (!isNew && article === null) {
    const isGone = error !== undefined && failureOf(error).code === "NOT_FOUND";
    return (
      <Page back={back} title={formatMessage({ id: isGone ? "help.gone" : "articles.page" })}>
        {!isGone && <Waiting error={error} refetch={refetch} shape={<TextSkeleton />} />}
      </Page>
    );
  }
  return (
    <Page back={back} title={article === null ? formatMessage({ id: "articles.new" }) : sayTitle(article)}>
      {article !== null && article.retiredAt === null && (
        <p>
          <Link to={`/help/${article.id}`}>
            <FormattedMessage id="articles.see" />
          </Link>
        </p>
      )}
      {article !== null && article.retiredAt !== null && (
        <p>
          <FormattedMessage id="articles.retired.text" />
        </p>
      )}
      <ArticleForm key={article?.id} article={article} />
      {article !== null && article.retiredAt === null && <RetireArticle article={article} />}
    </Page>
  );
}
