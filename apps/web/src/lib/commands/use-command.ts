/** One command: every mutation that a person asks for goes through here. Sent again under the same key while its content is the same, one at a time, its refusals ready to show, its outcome told (E1, E17). */
import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Outcome, useOutcome } from "../../ui/outcome";
import type { ShownCommand } from "../../ui/shown-command";
import { askAgain } from "../ask-again";
import { newIdempotencyKey } from "../idempotency-key";
import { fieldError, fieldOf, type UserErrorFields, useRefusalText } from "../refusal-text";
import { type AnswerOf, type SendOptions, sendMutation } from "./mutation";

interface Refusable {
  readonly userErrors: readonly UserErrorFields[];
}
/** A mutation of ours has one field, and that answers with its refusals. */
type MutationData = { readonly [field: string]: Refusable };
/** What is sent under a key, without it. */
type Keyed<Variables> = Variables extends { readonly input?: infer Input }
  ? "idempotencyKey" extends keyof NonNullable<Input>
    ? Omit<NonNullable<Input>, "idempotencyKey">
    : never
  : never;
type Told = Outcome | string | null;

export interface CommandOptions<Data extends MutationData, Variables> extends SendOptions<Data> {
  /** Names of the fields that show their refusals themselves. */
  readonly fields?: readonly string[];
  /** What the person is told once it is done, at the top of the page; null: the component tells it, see `timesDone`. */
  readonly done: ((answer: AnswerOf<Data>, sent: Variables) => Told) | null;
  /** What follows before it is told: a dialog closes, a list is asked for again. The button stays busy until then. */
  readonly onDone?: (answer: AnswerOf<Data>, sent: Variables) => unknown;
  readonly onRefused?: (answer: AnswerOf<Data>) => unknown;
  readonly onFailed?: (error: unknown) => unknown;
}

export interface Command<Data extends MutationData, Variables> extends ShownCommand {
  readonly refusals: readonly UserErrorFields[];
  /** Why the field was refused, for the field itself. */
  readonly errorOf: (field: string) => string | undefined;
  /** Shows what the form itself finds missing, as the server would. */
  readonly refuse: (refusals: readonly UserErrorFields[]) => void;
  /** What sending it threw; null while it was answered. */
  readonly failure: unknown;
  /** How often it was done, for a component that tells the outcome itself. */
  readonly timesDone: number;
  /** Answers null when it was refused, had no answer, or is under way already. */
  readonly send: (variables: Variables) => Promise<AnswerOf<Data> | null>;
  /** The same under a key of its own, which stays while its content is the same and no answer came. */
  readonly sendKeyed: (input: Keyed<Variables>) => Promise<AnswerOf<Data> | null>;
}

const NONE: readonly never[] = [];
const NO_INTENTION = { content: "", key: "" };

export function useCommand<Data extends MutationData, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  options: CommandOptions<Data, Variables>,
): Command<Data, Variables> {
  const client = useApolloClient();
  const refusalText = useRefusalText();
  const tell = useOutcome();
  const [{ isBusy, round }, setRound] = useState({ isBusy: false, round: 0 });
  const [refusals, setRefusals] = useState<readonly UserErrorFields[]>(NONE);
  const [failure, setFailure] = useState<unknown>(null);
  const [timesDone, setTimesDone] = useState(0);
  const intention = useRef(NO_INTENTION);
  const isUnderWay = useRef(false);
  const latest = useRef(options);
  latest.current = options;
  // Free for the next press only once the screen shows what came of this one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round ends with a drawing of its own.
  useEffect(() => {
    isUnderWay.current = false;
  }, [round]);

  const finish = async (answer: AnswerOf<Data>, sent: Variables, done: typeof options.done): Promise<void> => {
    // The next one is another, even with the same content.
    intention.current = NO_INTENTION;
    const told = done?.(answer, sent) ?? null;
    // Done is done, whatever cannot be asked for afterwards.
    await askAgain(async () => latest.current.onDone?.(answer, sent));
    setTimesDone((times) => times + 1);
    if (told !== null) tell(typeof told === "string" ? { text: told } : told);
  };
  const run = async (withKey: (idempotencyKey: string) => Variables): Promise<AnswerOf<Data> | null> => {
    if (isUnderWay.current) return null;
    isUnderWay.current = true;
    setRound((last) => ({ ...last, isBusy: true }));
    setFailure(null);
    try {
      const content = JSON.stringify(withKey(""));
      if (intention.current.content !== content) intention.current = { content, key: newIdempotencyKey() };
      const sent = withKey(intention.current.key);
      // In the words of the page that was pressed: the answer may have taken away what they name.
      const { done } = latest.current;
      const answer = await sendMutation(client, document, sent, latest.current);
      const isDone = answer.userErrors.length === 0;
      await (isDone ? finish(answer, sent, done) : latest.current.onRefused?.(answer));
      setRefusals(answer.userErrors);
      return isDone ? answer : null;
    } catch (error) {
      await latest.current.onFailed?.(error);
      setRefusals(NONE);
      setFailure(error);
      return null;
    } finally {
      setRound((last) => ({ isBusy: false, round: last.round + 1 }));
    }
  };
  const { fields = NONE } = options;
  const whole = refusals.find((refusal) => !fields.includes(fieldOf(refusal) ?? ""));
  return {
    isBusy,
    refusals,
    errorOf: (field) => fieldError(refusals, field),
    refuse: (found) => {
      setFailure(null);
      setRefusals(found);
    },
    problem: failure !== null ? refusalText(failure) : whole === undefined ? null : refusalText(whole),
    failure,
    timesDone,
    send: (variables) => run(() => variables),
    sendKeyed: (input) =>
      run((idempotencyKey) => ({ input: { ...(input as object), idempotencyKey } }) as unknown as Variables),
    reset: useCallback(() => {
      setRefusals(NONE);
      setFailure(null);
    }, []),
  };
}
