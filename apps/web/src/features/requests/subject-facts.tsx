/** What a request is about: a product and a problem, or the topic of a question that used no incident (R99). */
import { FormattedMessage } from "react-intl";
import type { Fact } from "../../ui/facts";
import type { RequestPageQuery } from "./request-page.generated";

type Subject = Pick<RequestPageQuery["request"], "generalTopic" | "productVersion" | "category" | "problem">;

export const subjectFacts = ({ generalTopic, productVersion, category, problem }: Subject): readonly Fact[] =>
  generalTopic === null
    ? [
        { key: "product", name: <FormattedMessage id="requests.fact.product" />, value: productVersion.name },
        {
          key: "problem",
          name: <FormattedMessage id="requests.fact.problem" />,
          value: `${category.name} · ${problem.name}`,
        },
      ]
    : [
        { key: "topic", name: <FormattedMessage id="requests.fact.topic" />, value: generalTopic.name },
        {
          key: "plan",
          name: <FormattedMessage id="requests.fact.plan" />,
          value: <FormattedMessage id="requests.fact.question" />,
        },
      ];
