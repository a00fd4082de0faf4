/** The six cards in one column, the rail beside them and the panel of what was chosen. */
import "@mantine/core/styles/Combobox.layer.css";
import { FLOW_STEPS, type FlowStep, isSubmitterContact } from "@accord/domain";
import { useApolloClient } from "@apollo/client/react";
import { type ComponentType, useCallback, useEffect } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useLocation, useNavigate } from "react-router";
import { useRefusalText } from "../../lib/refusal-text";
import { FailureNotice } from "../../ui/failure-notice";
import { LinkButton } from "../../ui/link-button";
import { LiveRegion } from "../../ui/live-region";
import { Notice } from "../../ui/notice";
import { Page } from "../../ui/page";
import { CardSkeletons } from "../../ui/skeletons";
import type { StoredDraft } from "./draft/draft-session";
import { keepAsNewDraft, useDraft } from "./draft/use-draft";
import classes from "./flow.module.css";
import { FlowContext } from "./flow-context";
import { STEP_SLUGS, stepOfSlug } from "./flow-rules";
import { ConflictNotice } from "./frame/conflict-notice";
import { DraftStatus, DraftTrouble } from "./frame/draft-status";
import { StepFrameContext } from "./frame/flow-step";
import { ResumedNotice } from "./frame/resumed-notice";
import { SidePanel } from "./frame/side-panel";
import { StepCompact, StepRail } from "./frame/step-rail";
import type { FlowStartQuery } from "./new-request-page.generated";
import { ConfirmationStep } from "./steps/confirmation/step";
import { PlanStep } from "./steps/plan/step";
import { PrimaryContactStep } from "./steps/primary-contact/step";
import { ProblemStep } from "./steps/problem/step";
import { ReviewStep } from "./steps/review/step";
import { SharingStep } from "./steps/sharing/step";
import { useAskedSubmission } from "./use-asked-submission";
import { useFlowData } from "./use-flow-data";
import { useFlowMachine } from "./use-flow-machine";
import { useSubmission } from "./use-submission";

const STEPS: Readonly<Record<(typeof FLOW_STEPS)[number], ComponentType>> = {
  PROBLEM: ProblemStep,
  PLAN: PlanStep,
  PRIMARY_CONTACT: PrimaryContactStep,
  SHARING: SharingStep,
  REVIEW: ReviewStep,
  CONFIRMATION: ConfirmationStep,
};

/** The review lists the steps before it itself, each with its Edit. */
const isDrawn = (step: FlowStep, open: FlowStep): boolean =>
  open !== "REVIEW" || FLOW_STEPS.indexOf(step) >= FLOW_STEPS.indexOf(open);

interface Props {
  readonly start: FlowStartQuery;
  readonly draft: StoredDraft;
  readonly slug: string | undefined;
}

/** What a submission that had no answer leaves behind. */
function SubmissionFailure({
  failure,
  isSubmittedBefore,
  onRetry,
}: {
  readonly failure: unknown;
  readonly isSubmittedBefore: boolean;
  readonly onRetry: () => void;
}) {
  const refusalText = useRefusalText();
  if (!failure) return null;
  if (!isSubmittedBefore) return <FailureNotice text={refusalText(failure)} onRetry={onRetry} />;
  return (
    <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.submittedBefore.title" />}>
      <p>
        <FormattedMessage id="newRequest.submittedBefore.text" />
      </p>
      <LinkButton to="/requests" variant="default" size="compact-md">
        <FormattedMessage id="newRequest.done.all" />
      </LinkButton>
    </Notice>
  );
}

export function Flow({ start, draft, slug }: Props) {
  const { formatMessage } = useIntl();
  const navigate = useNavigate();
  const location = useLocation();
  const client = useApolloClient();
  const refusalText = useRefusalText();
  const { session, snapshot } = useDraft(draft);
  const { content } = snapshot;
  const data = useFlowData(content, start);
  const onOpen = useCallback(
    (step: keyof typeof STEP_SLUGS) => void navigate(`/requests/new/${draft.id}/${STEP_SLUGS[step]}`),
    [navigate, draft.id],
  );
  const machine = useFlowMachine({ session, content, context: data.context, asked: stepOfSlug(slug), onOpen });
  const submission = useSubmission({
    draftId: draft.id,
    session,
    onRefused: machine.refuse,
    judgeAgain: data.judgeAgain,
    questions: data.questions,
  });
  const isReview = machine.openStep === "REVIEW";
  const asked = useAskedSubmission({ draftId: draft.id, isOpen: isReview, send: submission.send });

  const keepAsNew = async (): Promise<void> => {
    const id = await keepAsNewDraft(client, content);
    if (id) await navigate(`/requests/new/${id}/${STEP_SLUGS[machine.openStep]}`, { replace: true });
  };
  const settleConflict = async (choice: "mine" | "theirs"): Promise<void> => {
    const other = choice === "mine" ? snapshot.theirs?.content : content;
    if (other) await keepAsNewDraft(client, other);
    if (choice === "mine") await session.keepMine();
    else session.takeTheirs();
  };
  // The address always names the open step; one that cannot be opened yet leads to the first that is not done.
  const ownSlug = STEP_SLUGS[machine.openStep];
  useEffect(() => {
    if (data.isReady && slug !== ownSlug)
      void navigate(`/requests/new/${draft.id}/${ownSlug}`, { replace: true, state: location.state });
  }, [data.isReady, slug, ownSlug, navigate, draft.id, location.state]);
  const title = formatMessage({ id: "newRequest.heading" });
  const people = [...(content.primaryContact ? [content.primaryContact] : []), ...content.additionalContacts];
  if (data.productError && !data.product)
    return <FailureNotice text={refusalText(data.productError)} onRetry={data.askProductAgain} />;
  if (!data.isReady) {
    return (
      <Page title={title}>
        <CardSkeletons count={4} />
      </Page>
    );
  }
  const rail = { states: machine.states, attention: machine.attention, current: machine.openStep, onGo: machine.goTo };
  return (
    <FlowContext
      value={{
        draftId: draft.id,
        content,
        change: machine.change,
        start,
        product: data.product,
        plans: data.plans,
        isJudged: data.isJudged,
        plansError: data.plansError,
        questions: data.questions,
        judgeAgain: data.judgeAgain,
        now: snapshot.updatedAt,
        isSubmitterContact: isSubmitterContact(start.viewer.account, people),
        errorOf: machine.errorOf,
        goTo: machine.goTo,
        announce: machine.announce,
        saveNow: session.flush,
        finish: session.finish,
      }}
    >
      <StepFrameContext
        value={{
          states: machine.states,
          attention: machine.attention,
          problems: machine.problems,
          focusSignal: machine.focusSignal,
          onNext: isReview ? asked.submit : machine.next,
          isBusy: submission.isSubmitting,
          status: <DraftStatus snapshot={snapshot} />,
          answer:
            machine.openStep === "REVIEW" ? (
              <SubmissionFailure {...submission} onRetry={() => void submission.send()} />
            ) : null,
        }}
      >
        <Page title={title}>
          <div className={classes.layout}>
            <div className={classes.rail}>
              <StepRail {...rail} />
            </div>
            <div className={classes.column}>
              <div className={classes.compact}>
                <StepCompact {...rail} />
              </div>
              <ResumedNotice
                draftId={draft.id}
                isResumed={(location.state as { resumed?: boolean } | null)?.resumed === true}
                updatedAt={draft.updatedAt}
              />
              <DraftTrouble snapshot={snapshot} onKeepAsNew={() => void keepAsNew()} />
              {snapshot.state === "conflict" && snapshot.theirs ? (
                <ConflictNotice mine={content} theirs={snapshot.theirs.content} onChoose={settleConflict} />
              ) : null}
              <ol className={classes.cards}>
                {FLOW_STEPS.filter((step) => isDrawn(step, machine.openStep)).map((step) => {
                  const Step = STEPS[step];
                  return <Step key={step} />;
                })}
              </ol>
              {asked.gate}
              <LiveRegion>{machine.announcement}</LiveRegion>
            </div>
            <aside className={classes.side} aria-label={formatMessage({ id: "newRequest.side" })}>
              <SidePanel />
            </aside>
          </div>
        </Page>
      </StepFrameContext>
    </FlowContext>
  );
}
