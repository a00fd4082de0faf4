/** One help article: Markdown, whom it is for (R9), what to read next, whether it helped (F62), a link to pass on (R100). */
import { useQuery } from "@apollo/client/react";
import { IconMail } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { failureOf } from "../../lib/failure";
import { useFormatters } from "../../lib/formatters";
import { useKnownViewer } from "../../lib/viewer";
import { Waiting } from "../../lib/waiting";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { CopyButton } from "../../ui/copy-button";
import { Page } from "../../ui/page";
import { Prose } from "../../ui/prose";
import { TextSkeleton } from "../../ui/skeletons";
import { ArticleVote } from "./article-vote";
import { useAudienceWords } from "./audience-words";
import { ArticleDocument, type ArticleQuery } from "./help.generated";
import styles from "./help.module.css";

export default function ArticlePage() {
  const { formatMessage } = useIntl();
  const { articleId = "" } = useParams();
  const { data, error, refetch } = useQuery(ArticleDocument, { variables: { id: articleId } });
  const back = (
    <Link to="/help">
      <FormattedMessage id="help.back" />
    </Link>
  );
  if (data !== undefined) {
    return (
      <Page isText back={back} title={data.article.title}>
        <ArticleText article={data.article} />
      </Page>
    );
  }
  const isGone = error !== undefined && failureOf(error).code === "NOT_FOUND";
  return (
    <Page isText back={back} title={formatMessage({ id: isGone ? "help.gone" : "help.title" })}>
      {isGone ? (
        <p>
          <FormattedMessage id="help.gone.text" />
        </p>
      ) : (
        <Waiting error={error} refetch={refetch} shape={<TextSkeleton />} />
      )}
    </Page>
  );
}

function ArticleText({ article }: { readonly article: ArticleQuery["article"] }) {
  const { formatMessage } = useIntl();
  const format = useFormatters();
  const sayAudience = useAudienceWords();
  const isSignedIn = useKnownViewer() !== null;
  const address = location.href;
  const mail = `mailto:?subject=${encodeURIComponent(article.title)}&body=${encodeURIComponent(`${article.title}\n${address}`)}`;
  return (
    <>
      <div className={styles.meta}>
        {article.family !== null && (
          <Badge>
            <FormattedMessage id="help.about" values={{ family: article.family.name }} />
          </Badge>
        )}
        {article.audience.length > 0 && (
          <Badge>
            <FormattedMessage
              id="help.appliesTo"
              values={{ audience: format.list(article.audience.map(sayAudience)) }}
            />
          </Badge>
        )}
        {article.updatedOn !== null && (
          <span className={styles.quiet}>
            <FormattedMessage id="help.updated" values={{ day: format.day(article.updatedOn) }} />
          </span>
        )}
        <CopyButton text={address} what={formatMessage({ id: "help.link" })} />
        <a href={mail} className={styles.mail}>
          <IconMail size={18} aria-hidden />
          <FormattedMessage id="help.mail" />
        </a>
      </div>
      <Card>
        <Prose markdown={article.body} isArticle />
      </Card>
      {isSignedIn && <ArticleVote article={article} />}
      {article.related.length > 0 && (
        <section className={styles.related}>
          <h2>
            <FormattedMessage id="help.related" />
          </h2>
          <ul>
            {article.related.map(({ id, title }) => (
              <li key={id}>
                <Link to={`/help/${id}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
