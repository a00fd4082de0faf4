/** Step 6: the request exists. Its number, what happens next, and for a submitter who is no contact that this is the last page they see (R86-R88, R95). */
import { IconCircleCheck } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { useFormatters } from "../../../../lib/formatters";
import { CopyButton } from "../../../../ui/copy-button";
import { Facts } from "../../../../ui/facts";
import { LinkButton } from "../../../../ui/link-button";
import { Notice } from "../../../../ui/notice";
import { Page } from "../../../../ui/page";
import { AttachmentSender } from "../../../files";
import classes from "./confirmation-page.module.css";
import type { Confirmation, KeptConfirmation } from "./kept-confirmation";

/** "1234 5678 9012 3456" is easier to read out than sixteen digits in a row. */
const spaced = (number: string): string => number.replace(/(\d{4})(?=\d)/g, "$1 ");

type Props = Pick<KeptConfirmation, "confirmation" | "timeZone">;

function NextSteps({ confirmation, timeZone }: Props) {
  const format = useFormatters();
  const { primaryContactName: name, primaryContactEmail: email, additionalContactCount: count } = confirmation;
  const steps: readonly [string, ReactNode][] = [
    [
      "mail",
      <FormattedMessage key="mail" id="newRequest.done.mail" values={{ name, email: <strong>{email}</strong> }} />,
    ],
    [
      "answer",
      <FormattedMessage
        key="answer"
        id="newRequest.done.answer"
        values={{ due: <strong>{format.due(confirmation.firstResponseDueAt, timeZone ?? undefined)}</strong>, name }}
      />,
    ],
    ["seen", <FormattedMessage key="seen" id="newRequest.done.seen" values={{ name, count }} />],
  ];
  return (
    <ol className={classes.next}>
      {steps.map(([key, text]) => (
        <li key={key}>{text}</li>
      ))}
    </ol>
  );
}

/** R88, R95: said plainly, with the way back in. */
function LastSight({ confirmation }: { readonly confirmation: Confirmation }) {
  return (
    <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.done.last.title" />}>
      <p>
        <FormattedMessage id="newRequest.done.last.text" values={{ name: confirmation.primaryContactName }} />
      </p>
      <Link to="/help/portal-share-request">
        <FormattedMessage id="newRequest.done.last.article" />
      </Link>
    </Notice>
  );
}

/** For whoever is a contact: files that were not at hand before (R7). */
function MoreFiles({ requestId }: { readonly requestId: string }) {
  return (
    <section aria-labelledby="done-files">
      <h2 id="done-files" className={classes.heading}>
        <FormattedMessage id="attachments.add" />
      </h2>
      <AttachmentSender requestId={requestId} />
    </section>
  );
}

export function ConfirmationPage({ confirmation, timeZone }: Props) {
  const { formatMessage } = useIntl();
  const { number, isSubmitterContact, incidentsRemaining } = confirmation;
  // The outcome of submitting: within the flow nobody else moves the focus.
  useEffect(() => document.querySelector<HTMLElement>("main h1")?.focus(), []);
  return (
    <Page title={formatMessage({ id: "newRequest.done.title" })} isText>
      <section className={classes.card} aria-labelledby="done-number">
        <IconCircleCheck size={44} stroke={1.5} className={classes.icon} aria-hidden />
        <p id="done-number" className={classes.label}>
          <FormattedMessage id="newRequest.done.number" />
        </p>
        <p className={classes.number}>
          <span>{spaced(number)}</span>
          <CopyButton text={number} what={formatMessage({ id: "newRequest.done.number" })} />
        </p>
        <p className={classes.subject}>{confirmation.title}</p>
      </section>
      {isSubmitterContact ? null : <LastSight confirmation={confirmation} />}
      <section aria-labelledby="done-next">
        <h2 id="done-next" className={classes.heading}>
          <FormattedMessage id="newRequest.done.next" />
        </h2>
        <NextSteps confirmation={confirmation} timeZone={timeZone} />
      </section>
      <Facts
        isWide
        facts={[
          {
            key: "version",
            name: <FormattedMessage id="newRequest.version" />,
            value: confirmation.productVersion.name,
          },
          {
            key: "severity",
            name: <FormattedMessage id="newRequest.severity" />,
            value: <FormattedMessage id={`newRequest.severityName.${confirmation.severity}`} />,
          },
          {
            key: "plan",
            name: <FormattedMessage id="newRequest.side.plan" />,
            value: (
              <>
                {confirmation.programme.name}
                {incidentsRemaining === null ? null : (
                  <>
                    {" · "}
                    <FormattedMessage id="newRequest.plan.left" values={{ left: incidentsRemaining }} />
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {isSubmitterContact ? <MoreFiles requestId={confirmation.requestId} /> : null}
      <div className={classes.actions}>
        {isSubmitterContact ? (
          <LinkButton to={`/requests/${confirmation.requestId}`}>
            <FormattedMessage id="newRequest.done.open" />
          </LinkButton>
        ) : null}
        <LinkButton to="/requests" variant="default">
          <FormattedMessage id="newRequest.done.all" />
        </LinkButton>
        <LinkButton to="/requests/new?fresh=1" variant="subtle">
          <FormattedMessage id="newRequest.done.another" />
        </LinkButton>
      </div>
    </Page>
  );
}
