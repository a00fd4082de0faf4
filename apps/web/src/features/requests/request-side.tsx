/** Beside the conversation: the first answer and the facts; on phones folded under the head. */
import { FormattedMessage } from "react-intl";
import { Card } from "../../ui/card";
import { Disclosure } from "../../ui/disclosure";
import { FirstResponseCard } from "./first-response/first-response-card";
import { RequestAnswers } from "./request-answers";
import { RequestFacts } from "./request-facts";
import type { RequestPageQuery } from "./request-page.generated";

interface Props {
  readonly request: RequestPageQuery["request"];
  readonly isFolded?: boolean;
  readonly isWhyOpen: boolean;
  readonly onWhy: (isOpen: boolean) => void;
}

export function RequestSide({ request, isFolded = false, isWhyOpen, onWhy }: Props) {
  const firstResponse = <FirstResponseCard request={request} isWhyOpen={isWhyOpen} onWhy={onWhy} />;
  const facts = (
    <>
      <RequestFacts request={request} />
      <RequestAnswers answers={request.answers} />
    </>
  );
  // Once it was answered, the first answer is a fact among the others.
  const isAnswered = request.firstResponse.respondedAt !== null;
  return (
    <>
      {!(isFolded && isAnswered) && firstResponse}
      {isFolded ? (
        <Disclosure summary={<FormattedMessage id="requests.facts" />}>
          {isAnswered && firstResponse}
          {facts}
        </Disclosure>
      ) : (
        <Card title={<FormattedMessage id="requests.facts" />}>{facts}</Card>
      )}
    </>
  );
}
