/** Questions about no product: the topics, each with where its answer may stand, and the way to ask (R99, S7). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { LinkButton } from "../../../ui/link-button";
import { Page } from "../../../ui/page";
import { CardSkeletons } from "../../../ui/skeletons";
import { GeneralTopicsDocument } from "./questions.generated";
import styles from "./questions.module.css";
import { TopicLinks } from "./topic-links";

export default function TopicsPage() {
  const { formatMessage } = useIntl();
  const { data, error, refetch } = useQuery(GeneralTopicsDocument);
  return (
    <Page title={formatMessage({ id: "questions.title" })} lead={<FormattedMessage id="questions.lead" />}>
      {data === undefined && <Waiting error={error} refetch={refetch} shape={<CardSkeletons count={5} />} />}
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
