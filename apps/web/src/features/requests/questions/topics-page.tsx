/** Questions about no product: the topics, each with where its answer may stand, and the way to ask (R99, S7). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useRefusalText } from "../../../lib/refusal-text";
import { Card } from "../../../ui/card";
import { FailureNotice } from "../../../ui/failure-notice";
import { LinkButton } from "../../../ui/link-button";
import { Page } from "../../../ui/page";
import { CardSkeletons } from "../../../ui/skeletons";
import { GeneralTopicsDocument } from "./questions.generated";
import styles from "./questions.module.css";
import { TopicLinks } from "./topic-links";

export default function TopicsPage() {
  const { formatMessage } = useIntl();
  const refusalText = useRefusalText();
  const { data, error, refetch } = useQuery(GeneralTopicsDocument);
  return (
    <Page title={formatMessage({ id: "questions.title" })} lead={<FormattedMessage id="questions.lead" />}>
      {data === undefined && error === undefined && <CardSkeletons count={5} />}
      {data === undefined && error !== undefined && (
        <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />
      )}
      <ul className={styles.topics}>
        {data?.generalTopics.map(({ id, name, description, links }) => (
          <li key={id}>
            <Card
              title={name}
              footer={
                <LinkButton
                  to={`/ask/${id}`}
                  variant="light"
                  aria-label={formatMessage({ id: "questions.askAbout" }, { topic: name })}
                >
                  <FormattedMessage id="questions.ask" />
                </LinkButton>
              }
            >
              <p>{description}</p>
              <TopicLinks links={links} />
            </Card>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/requests/new">
          <FormattedMessage id="questions.product" />
        </Link>
      </p>
    </Page>
  );
}
