/** Asking about one topic: what may answer it already, a short form, and what became of it (R99, S7). */
import { useQuery } from "@apollo/client/react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useParams } from "react-router";
import { Waiting } from "../../../lib/waiting";
import { Card } from "../../../ui/card";
import { Page } from "../../../ui/page";
import { TextSkeleton } from "../../../ui/skeletons";
import { QuestionForm } from "./question-form";
import { GeneralTopicsDocument } from "./questions.generated";
import { TopicLinks } from "./topic-links";

export default function QuestionPage() {
  const { formatMessage } = useIntl();
  const { topicId } = useParams();
  const { data, error, refetch } = useQuery(GeneralTopicsDocument);
  const topic = data?.generalTopics.find(({ id }) => id === topicId);
  const isGone = data !== undefined && topic === undefined;
  return (
    <Page
      isText
      back={
        <Link to="/ask">
          <FormattedMessage id="questions.title" />
        </Link>
      }
      title={topic?.name ?? formatMessage({ id: isGone ? "questions.gone" : "questions.title" })}
      lead={topic?.description}
    >
      {data === undefined && <Waiting error={error} refetch={refetch} shape={<TextSkeleton />} />}
      {isGone && (
        <p>
          <FormattedMessage id="questions.gone.text" />
        </p>
      )}
      {topic !== undefined && (
        <>
          <Card title={<FormattedMessage id="questions.before" />}>
            <TopicLinks links={topic.links} />
          </Card>
          <QuestionForm key={topic.id} topicId={topic.id} />
        </>
      )}
    </Page>
  );
}
