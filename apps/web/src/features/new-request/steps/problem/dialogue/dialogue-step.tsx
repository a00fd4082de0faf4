/** One step of the virtual agent: a question with its answers, something asked for, or an end. */
import { Button } from "@mantine/core";
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link } from "react-router";
import { CopyButton } from "../../../../../ui/copy-button";
import { MessageText } from "../../../../../ui/message-text";
import classes from "./dialogue.module.css";
import { Evidence } from "./evidence";
import { SolvedEnd } from "./solved-end";
import type { StepProps } from "./step-props";
import { answered, type Step } from "./walk";

export function DialogueStep(props: StepProps) {
  const { dialogue, step, place, heading, onShow, onLeave } = props;
  const text = useId();
  const isEnd = step.kind === "END";
  return (
    <>
      <h4 ref={heading} tabIndex={-1} className={classes.question} aria-describedby={text}>
        {isEnd ? (
          <FormattedMessage id={`newRequest.dialogue.end.${step.outcome ?? "UNSOLVED"}`} />
        ) : (
          <FormattedMessage id="newRequest.dialogue.step" values={{ number: place + 1 }} />
        )}
      </h4>
      <div id={text}>
        <MessageText markdown={step.text} />
      </div>
      <Commands commands={step.commands} />
      {step.kind === "QUESTION" && <Answers {...props} />}
      {step.kind === "EVIDENCE" && <Evidence {...props} />}
      {isEnd && (
        <p>
          <Link to={`/help/${dialogue.articleId}`} target="_blank">
            <FormattedMessage id="newRequest.dialogue.article" />
          </Link>
        </p>
      )}
      {step.outcome === "SOLVED" && <SolvedEnd slug={dialogue.slug} onLeave={onLeave} />}
      {step.outcome === "UNSOLVED" && (
        <>
          <p>
            <FormattedMessage id="newRequest.dialogue.attached" />
          </p>
          <div className={classes.actions}>
            <Button onClick={onLeave}>
              <FormattedMessage id="newRequest.dialogue.proceed" />
            </Button>
          </div>
        </>
      )}
      <div className={classes.actions}>
        {place > 0 && (
          <Button variant="default" size="compact-md" onClick={() => onShow(place - 1)}>
            <FormattedMessage id="newRequest.dialogue.back" />
          </Button>
        )}
        {!isEnd && (
          <Button variant="subtle" size="compact-md" onClick={onLeave}>
            <FormattedMessage id="newRequest.dialogue.leave" />
          </Button>
        )}
      </div>
    </>
  );
}

function Commands({ commands }: Pick<Step, "commands">) {
  const { formatMessage } = useIntl();
  return commands.map(({ shell, text }) => {
    const where = formatMessage({ id: `newRequest.dialogue.shell.${shell}` });
    return (
      <figure key={text} className={classes.command}>
        <figcaption className={classes.shell}>
          {where}
          <CopyButton text={text} what={formatMessage({ id: "newRequest.dialogue.command" })} />
        </figcaption>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long command scrolls, so the keyboard must reach it. */}
        <pre className={classes.code} tabIndex={0}>
          {text}
        </pre>
      </figure>
    );
  });
}

function Answers({ step, place, moves, onSay, onShow }: StepProps) {
  return (
    <ul className={classes.answers}>
      {step.answers.map(({ id, label }) => (
        <li key={id}>
          <button
            type="button"
            className={classes.answer}
            aria-pressed={moves[place]?.answerId === id}
            onClick={() => {
              onSay(answered(moves, place, step.id, id));
              onShow(place + 1);
            }}
          >
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
