/** Step 5: everything once more as one list, each step with its Edit, and what submitting means: mail and sight (R85, R87, F38). */
import { comparableEmail, type FlowStep, joinName } from "@accord/domain";
import { Button } from "@mantine/core";
import { type ReactNode, use } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useFormatters } from "../../../../lib/formatters";
import { Badge } from "../../../../ui/badge";
import { Facts } from "../../../../ui/facts";
import { useChosenPlan } from "../../chosen-plan";
import { useFlow } from "../../flow-context";
import { StepFrameContext } from "../../frame/flow-step";
import { SubmitterWarning } from "../../frame/submitter-warning";
import { AnswersPart } from "./answers-part";
import classes from "./form.module.css";

function Part({ step, children }: { readonly step: FlowStep; readonly children: ReactNode }) {
  const { goTo } = useFlow();
  const { formatMessage } = useIntl();
  const needsAttention = use(StepFrameContext)?.attention.has(step) ?? false;
  const name = formatMessage({ id: `newRequest.stepName.${step}` });
  return (
    <section className={classes.part} aria-label={name}>
      <h3 className={classes.title}>
        {name}{" "}
        {needsAttention && (
          <Badge tone="soon">
            <FormattedMessage id="newRequest.stepState.attention" />
          </Badge>
        )}
      </h3>
      <div className={classes.content}>{children}</div>
      <Button
        className={classes.edit}
        variant="default"
        size="compact-md"
        onClick={() => goTo(step)}
        aria-label={formatMessage({ id: "newRequest.editStep" }, { name })}
      >
        <FormattedMessage id="newRequest.edit" />
      </Button>
    </section>
  );
}

const fact = (key: string, value: ReactNode) => ({ key, name: <FormattedMessage id={`newRequest.${key}`} />, value });

/** What is known of it, one after another. */
const inOneLine = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(" · ");

function ProblemPart() {
  const { content, product } = useFlow();
  const version = product?.versions.find((one) => one.id === content.productVersionId);
  const category = product?.categories.find((one) => one.id === content.categoryId);
  const problem = category?.problems.find((one) => one.id === content.problemId);
  return (
    <Part step="PROBLEM">
      <p className={classes.main}>{content.title}</p>
      <p>{inOneLine([version?.name, category?.name, problem?.name])}</p>
      <Facts facts={[fact("description", <span className={classes.typed}>{content.description}</span>)]} />
      <AnswersPart />
    </Part>
  );
}

function PlanPart() {
  const { content, start } = useFlow();
  const format = useFormatters();
  const { formatMessage } = useIntl();
  const plan = useChosenPlan()?.plan;
  const severity = start.severities.find((level) => level.severity === content.severity);
  const country = start.countries.find((one) => one.code === content.country)?.name;
  const ending = plan?.agreementIdEnding;
  return (
    <Part step="PLAN">
      <p className={classes.main}>{plan?.programme.name}</p>
      {ending && (
        <p className={classes.quiet}>
          <FormattedMessage id="newRequest.plan.agreement" values={{ ending }} />
        </p>
      )}
      <p>
        {inOneLine([
          severity?.name,
          content.support24x7 ? formatMessage({ id: "newRequest.support24x7.short" }) : null,
        ])}
      </p>
      <p>{inOneLine([country, content.timeZone ? format.zone(content.timeZone) : null])}</p>
    </Part>
  );
}

function PeopleParts() {
  const { content, start } = useFlow();
  const { formatMessage } = useIntl();
  const { primaryContact, additionalContacts } = content;
  const isOwn = (email: string): boolean => comparableEmail(email) === comparableEmail(start.viewer.account.email);
  const person = (one: (typeof additionalContacts)[number]) => (
    <>
      <span className={classes.main}>{joinName(one) || one.email}</span>{" "}
      {one.isSelf || isOwn(one.email) ? <FormattedMessage id="newRequest.you" /> : null}
      {joinName(one) === "" ? null : ` · ${one.email}`}
    </>
  );
  return (
    <>
      <Part step="PRIMARY_CONTACT">
        {primaryContact ? (
          <>
            <p>{person(primaryContact)}</p>
            <p className={classes.quiet}>
              {inOneLine([
                primaryContact.phone,
                formatMessage({ id: `newRequest.review.reached.${primaryContact.preferredContactMethod}` }),
              ])}
            </p>
          </>
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
              <li key={one.email}>{person(one)}</li>
            ))}
          </ul>
        )}
      </Part>
    </>
  );
}

/** Who hears of it and who sees it. */
function Audience() {
  const { content } = useFlow();
  return (
    <Facts
      isWide
      facts={[
        fact(
          "review.mailed",
          <FormattedMessage
            id="newRequest.review.mailed.value"
            values={{ email: content.primaryContact?.email ?? "" }}
          />,
        ),
        fact(
          "review.seen",
          <FormattedMessage
            id="newRequest.review.seen.value"
            values={{ count: content.additionalContacts.length + 1 }}
          />,
        ),
      ]}
    />
  );
}

export function ReviewForm() {
  return (
    <>
      <div className={classes.list}>
        <ProblemPart />
        <PlanPart />
        <PeopleParts />
      </div>
      <Audience />
      <SubmitterWarning />
    </>
  );
}
