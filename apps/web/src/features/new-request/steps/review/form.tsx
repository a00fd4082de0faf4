/** Step 5: everything once more with Edit at each part, and what submitting means: cost, mail, sight, first answer (R85, R87, F38). */
import { comparableEmail, type FlowStep, joinName } from "@accord/domain";
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { Facts } from "../../../../ui/facts";
import { useChosenPlan } from "../../chosen-plan";
import { ExpectedResponse } from "../../expected-response";
import { useFlow } from "../../flow-context";
import { SubmitterWarning } from "../../frame/submitter-warning";
import { AnswersPart } from "./answers-part";
import classes from "./form.module.css";

function Part({ step, children }: { readonly step: FlowStep; readonly children: ReactNode }) {
  const { goTo } = useFlow();
  const { formatMessage } = useIntl();
  const name = formatMessage({ id: `newRequest.stepName.${step}` });
  return (
    <section className={classes.part} aria-label={name}>
      <div className={classes.head}>
        <h3 className={classes.title}>{name}</h3>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => goTo(step)}
          aria-label={formatMessage({ id: "newRequest.editStep" }, { name })}
        >
          <FormattedMessage id="newRequest.edit" />
        </Button>
      </div>
      {children}
    </section>
  );
}

const fact = (key: string, value: ReactNode) => ({ key, name: <FormattedMessage id={`newRequest.${key}`} />, value });

function ProblemPart() {
  const { content, product } = useFlow();
  const version = product?.versions.find((one) => one.id === content.productVersionId);
  const category = product?.categories.find((one) => one.id === content.categoryId);
  return (
    <Part step="PROBLEM">
      <Facts
        isWide
        facts={[
          fact("version", version?.name),
          fact("category", category?.name),
          fact("problem", category?.problems.find((one) => one.id === content.problemId)?.name),
        ]}
      />
      <Facts
        facts={[
          fact("title", content.title),
          fact("description", <span className={classes.typed}>{content.description}</span>),
        ]}
      />
      <AnswersPart />
    </Part>
  );
}

function PlanPart() {
  const { content, start } = useFlow();
  const format = useFormatters();
  const plan = useChosenPlan()?.plan;
  const severity = start.severities.find((level) => level.severity === content.severity);
  return (
    <Part step="PLAN">
      <Facts
        isWide
        facts={[
          fact("side.plan", plan?.programme.name),
          fact("severity", severity?.name),
          ...(severity?.offers24x7
            ? [
                fact(
                  "support24x7.short",
                  <FormattedMessage id={content.support24x7 ? "newRequest.yes" : "newRequest.no"} />,
                ),
              ]
            : []),
          fact("country", start.countries.find((one) => one.code === content.country)?.name),
          fact("timeZone", content.timeZone ? format.zone(content.timeZone) : null),
        ]}
      />
    </Part>
  );
}

function PeoplePart() {
  const { content, start } = useFlow();
  const { primaryContact, additionalContacts } = content;
  const person = ({ givenName, familyName, email }: { givenName: string; familyName: string; email: string }) =>
    `${joinName({ givenName, familyName })} <${email}>`;
  const isOwn = (email: string): boolean => comparableEmail(email) === comparableEmail(start.viewer.account.email);
  return (
    <>
      <Part step="PRIMARY_CONTACT">
        {primaryContact ? (
          <Facts
            isWide
            facts={[
              fact("contact", person(primaryContact)),
              fact("contact.phone.short", primaryContact.phone ?? "–"),
              fact(
                "contact.method",
                <FormattedMessage id={`newRequest.method.${primaryContact.preferredContactMethod}`} />,
              ),
            ]}
          />
        ) : null}
      </Part>
      <Part step="SHARING">
        {additionalContacts.length === 0 ? (
          <p className={classes.quiet}>
            <FormattedMessage id="newRequest.sharing.nobody" />
          </p>
        ) : (
          <ul className={classes.people}>
            {additionalContacts.map((one) => (
              <li key={one.email}>
                {person(one)} {one.isSelf || isOwn(one.email) ? <FormattedMessage id="newRequest.you" /> : null}
              </li>
            ))}
          </ul>
        )}
      </Part>
    </>
  );
}

/** What happens on Submit: what it costs, who is mailed, who sees it, when the answer comes. */
function Consequences() {
  const { content } = useFlow();
  const plan = useChosenPlan()?.plan;
  const left = plan?.incidentsRemaining ?? null;
  const mail = content.primaryContact?.email ?? "";
  return (
    <section className={classes.consequences} aria-labelledby="flow-consequences">
      <h3 id="flow-consequences" className={classes.title}>
        <FormattedMessage id="newRequest.review.after" />
      </h3>
      <Facts
        isWide
        facts={[
          fact(
            "review.cost",
            left === null ? (
              <FormattedMessage id="newRequest.review.cost.unlimited" />
            ) : (
              <FormattedMessage id="newRequest.review.cost.value" values={{ left: Math.max(left - 1, 0) }} />
            ),
          ),
          fact("review.mailed", <FormattedMessage id="newRequest.review.mailed.value" values={{ email: mail }} />),
          fact(
            "review.seen",
            <FormattedMessage
              id="newRequest.review.seen.value"
              values={{ count: content.additionalContacts.length + 1 }}
            />,
          ),
          fact("side.response", <ExpectedResponse />),
        ]}
      />
    </section>
  );
}

export function ReviewForm() {
  return (
    <>
      <ProblemPart />
      <PlanPart />
      <PeoplePart />
      <Consequences />
      <SubmitterWarning />
    </>
  );
}
