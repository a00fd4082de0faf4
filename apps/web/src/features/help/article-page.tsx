/** One help article: Markdown, its audience tag (R9), a link to copy (R100 will share it). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useFormatters } from "../../lib/formatters";
import { useRefusalText } from "../../lib/refusal-text";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { CopyButton } from "../../ui/copy-button";
import { FailureNotice } from "../../ui/failure-notice";
import { Page } from "../../ui/page";
import { Prose } from "../../ui/prose";
import { TextSkeleton } from "../../ui/skeletons";
import { ArticleDocument } from "./help.generated";
import styles from "./help.module.css";

export default function ArticlePage() {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const refusalText = useRefusalText();
  const { articleId = "" } = useParams();
  const { data, error, refetch } = useQuery(ArticleDocument, { variables: { id: articleId } });
  const back = (
    <Link to="/help">
      <FormattedMessage id="help.back" />
    </Link>
  );
  if (data === undefined) {
    const isGone = error !== undefined && failureOf(error).code === "NOT_FOUND";
    return (
      <Page isText back={back} title={formatMessage({ id: isGone ? "help.gone" : "help.title" })}>
        {error === undefined ? (
          <TextSkeleton />
        ) : isGone ? (
          <p>
            <FormattedMessage id="help.gone.text" />
          </p>
        ) : (
          <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
        )}
      </Page>
    );
  }
  const { article } = data;
  return (
    <Page isText back={back} title={article.title}>
      <div className={styles.meta}>
        {article.audience.length > 0 && (
          <Badge>
            <FormattedMessage id="help.appliesTo" values={{ audience: format.list(article.audience) }} />
          </Badge>
        )}
        {article.updatedOn !== null && (
          <span className={styles.quiet}>
            <FormattedMessage id="help.updated" values={{ day: format.day(article.updatedOn) }} />
          </span>
        )}
        <CopyButton text={location.href} what={formatMessage({ id: "help.link" })} />
      </div>
      <Card>
        <Prose markdown={article.body} isArticle />
      </Card>
    </Page>
  );
}
