/** The questions moved on while the draft lay there: what still fits is kept, what does not is shown once more, and nothing is sent unseen (F34). */
import type { AnswersToForm, FormAnswer } from "@accord/domain";
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Notice } from "../../../../../ui/notice";
import { visibleControls } from "../../../../../ui/visible-controls";
import classes from "./questions.module.css";

interface Props {
  readonly unfit: AnswersToForm["unfit"];
  /** The person has seen it: what fits belongs to the questions as they are now. */
  readonly onSeen: () => void;
}

export function ChangedForm({ unfit, onSeen }: Props) {
  const { formatMessage } = useIntl();
  const wordsOf = (value: FormAnswer): string =>
    typeof value === "boolean"
      ? formatMessage({ id: value ? "newRequest.answers.yes" : "newRequest.answers.no" })
      : visibleControls(String(value));
  return (
    <div id="flow-answers-version" tabIndex={-1}>
      <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.answers.changed.title" />}>
        <p>
          <FormattedMessage id="newRequest.answers.changed.text" />
        </p>
        {unfit.length > 0 ? (
          <>
            <p>
              <FormattedMessage id="newRequest.answers.changed.unfit" values={{ count: unfit.length }} />
            </p>
            <ul className={classes.left}>
              {unfit.map(({ name, value }) => (
                <li key={name}>{wordsOf(value)}</li>
              ))}
            </ul>
          </>
        ) : null}
        <Button size="compact-md" variant="default" onClick={onSeen}>
          <FormattedMessage id="newRequest.answers.changed.seen" />
        </Button>
      </Notice>
    </div>
  );
}
