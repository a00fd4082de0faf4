/** A plan that cannot be used, in one row: name, short reasons, what is left of it; "Why?" opens the whole sentences with their numbers and every rule (R36-R39, R65, R66, F11). */
import { IconChevronRight } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../../lib/formatters";
import { RuleTrace } from "./rule-trace";
import { ShortReasons, type UnavailableEntry } from "./short-reasons";
import classes from "./unavailable.module.css";

/** The vendor's third sentence names its number itself. */
const NUMBER_IN_SENTENCE = 8;
/** Named once below all rows. */
export const GENERAL_ARTICLE = "portal-plan-unavailable";

/** What the reasons do not say already: the balance of a plan that is not empty, the end of one that has not ended (R65). */
function RestOfPlan({ plan, reasons }: UnavailableEntry) {
  const format = useFormatters();
  const codes = new Set(reasons.map(({ code }) => code));
  const { incidentsRemaining: left, incidentsTotal: total } = plan;
  if (codes.has("EXPIRED") && codes.has("NO_INCIDENTS_LEFT")) return null;
  return (
    <span className={classes.rest}>
      {codes.has("NO_INCIDENTS_LEFT") ? null : left === null ? (
        <FormattedMessage id="newRequest.plan.unlimited" />
      ) : (
        <FormattedMessage
          id={total === null ? "newRequest.plan.left" : "newRequest.plan.leftOf"}
          values={{ left, total: total ?? 0 }}
        />
      )}
      {codes.has("EXPIRED") ? null : (
        <>
          {codes.has("NO_INCIDENTS_LEFT") ? null : " · "}
          <FormattedMessage id="newRequest.plan.ends" values={{ on: format.day(plan.endsOn) }} />
        </>
      )}
    </span>
  );
}

function Sentences({ reasons }: Pick<UnavailableEntry, "reasons">) {
  return (
    <ul className={classes.sentences}>
      {reasons.map(({ code, number, message, remedies }) => {
        const article = remedies.find(({ articleId }) => articleId !== null && articleId !== GENERAL_ARTICLE);
        return (
          <li key={code}>
            {message}
            {number === NUMBER_IN_SENTENCE ? null : (
              <>
                {" "}
                <FormattedMessage id="newRequest.reason.number" values={{ number }} />
              </>
            )}
            {article ? (
              <>
                {" "}
                <Link to={`/help/${article.articleId}`}>
                  <FormattedMessage id="newRequest.remedy.READ_ARTICLE" />
                </Link>
              </>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

export function UnavailableRow({ entry }: { readonly entry: UnavailableEntry }) {
  const { plan, reasons, checks } = entry;
  return (
    <details className={classes.row}>
      <summary id={`plan-${plan.id}`} className={classes.summary}>
        <span className={classes.facts}>
          <span className={classes.head}>
            <span className={classes.name}>{plan.programme.name}</span>
            {plan.agreementIdEnding ? (
              <span className={classes.ending}>
                <FormattedMessage id="newRequest.plan.agreement" values={{ ending: plan.agreementIdEnding }} />
              </span>
            ) : null}
          </span>
          <span className={classes.reasons}>
            <ShortReasons entry={entry} />
          </span>
          <RestOfPlan {...entry} />
        </span>
        <span className={classes.why}>
          <FormattedMessage id="newRequest.trace.why" />
          <IconChevronRight size={16} aria-hidden />
        </span>
      </summary>
      <div className={classes.whole}>
        <Sentences reasons={reasons} />
        <p className={classes.coverage}>{plan.programme.coverage.summary}</p>
        <RuleTrace checks={checks} label="newRequest.trace.rules" />
      </div>
    </details>
  );
}
