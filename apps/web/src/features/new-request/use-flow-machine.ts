/** Moves through the six steps: asks the rules what is open, what is missing and what a change settles (R58, R59, R85, E3, E4). */
import {
  completeStep,
  type DraftContent,
  FLOW_STEPS,
  type FlowStep,
  findOpenStep,
  type StepContext,
  settleChange,
  stepProblems,
  stepStates,
} from "@accord/domain";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { useLanguage } from "../../lib/language";
import type { FormProblem } from "../../ui/error-summary";
import type { DraftSession } from "./draft/draft-session";
import { cardStateOf, mendableOf } from "./flow-rules";
import { problemOf } from "./problem-text";
import { tidyContacts } from "./steps/sharing/tidy-contacts";

interface Options {
  readonly session: DraftSession;
  readonly content: DraftContent;
  readonly context: StepContext;
  /** The step of the address; null: the first one that is not done. */
  readonly asked: FlowStep | null;
  readonly onOpen: (step: FlowStep) => void;
}

const NONE: readonly FormProblem[] = [];

/** Raised at each change of step after the first one shown: the heading then takes the focus. */
function useFocusSignal(step: FlowStep): number {
  const seen = useRef(step);
  const [signal, setSignal] = useState(0);
  useEffect(() => {
    if (seen.current === step) return;
    seen.current = step;
    setSignal((before) => before + 1);
  }, [step]);
  return signal;
}

export function useFlowMachine({ session, content, context, asked, onOpen }: Options) {
  const intl = useIntl();
  const { language } = useLanguage();
  const [announcement, setAnnouncement] = useState("");
  const [shown, setShown] = useState<{
    readonly step: FlowStep;
    readonly problems: readonly FormProblem[];
    readonly isWire: boolean;
  } | null>(null);
  const states = useMemo(() => stepStates(content, context, asked), [content, context, asked]);
  const problems = useMemo(() => stepProblems(content, context), [content, context]);
  const openStep = findOpenStep(states);
  const focusSignal = useFocusSignal(openStep);

  const change = useCallback(
    (patch: Partial<DraftContent>): void => {
      const settled = settleChange(session.snapshot().content, patch);
      session.change(settled.content);
      setShown((before) => (before?.isWire ? null : before));
      const words = settled.notices.map((notice) => intl.formatMessage({ id: `newRequest.notice.${notice}` }));
      if (words.length > 0) setAnnouncement(words.join(" "));
    },
    [session, intl],
  );
  const goTo = useCallback(
    (step: FlowStep): void => {
      setShown(null);
      onOpen(step);
    },
    [onOpen],
  );
  const tidy = (): DraftContent => {
    const before = session.snapshot().content;
    if (openStep !== "SHARING") return before;
    const { merged, ...people } = tidyContacts(before);
    if (people.additionalContacts.length !== before.additionalContacts.length) session.change(people);
    if (merged > 0) setAnnouncement(intl.formatMessage({ id: "newRequest.sharing.merged" }, { count: merged }));
    return { ...before, ...people };
  };
  const next = (): void => {
    const tidied = tidy();
    const lacking = mendableOf(openStep, tidied, stepProblems(tidied, context)[openStep]);
    if (lacking.length > 0) {
      setShown({
        step: openStep,
        problems: lacking.map((refusal) => problemOf(intl, language, refusal, context.form)),
        isWire: false,
      });
      return;
    }
    const after = completeStep(tidied, openStep, context);
    session.change({ completedSteps: after.completedSteps });
    void session.flush();
    setShown(null);
    onOpen(findOpenStep(stepStates(after, context)));
  };
  /** The server's answer to a submission, at the step it belongs to. */
  const refuse = (step: FlowStep, refused: readonly FormProblem[]): void => {
    onOpen(step);
    setShown({ step, problems: refused, isWire: true });
  };

  const isShown = shown?.step === openStep;
  const live =
    isShown && !shown.isWire
      ? mendableOf(openStep, content, problems[openStep]).map((refusal) =>
          problemOf(intl, language, refusal, context.form),
        )
      : isShown
        ? shown.problems
        : NONE;
  const said = isShown ? shown.problems.filter((one) => live.some(({ fieldId }) => fieldId === one.fieldId)) : NONE;
  const isSaid = (asked: string): boolean => said.some(({ fieldId }) => fieldId === asked);
  return {
    openStep,
    states: Object.fromEntries(FLOW_STEPS.map((step) => [step, cardStateOf(states[step])])) as Record<
      FlowStep,
      ReturnType<typeof cardStateOf>
    >,
    attention: new Set(FLOW_STEPS.filter((step) => states[step] === "INVALID")),
    // What was said and is mended goes; what was not said waits for the next press.
    problems: said,
    errorOf: (fieldId: string): string | undefined =>
      isSaid(fieldId) ? live.find((problem) => problem.fieldId === fieldId)?.message : undefined,
    focusSignal,
    announcement,
    announce: setAnnouncement,
    change,
    goTo,
    next,
    refuse,
  };
}
