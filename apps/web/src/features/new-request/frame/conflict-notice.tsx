/** The draft was changed in another window: shows where the two differ; the one not chosen stays as a draft of its own. */
import type { DraftContent } from "@accord/domain";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useRefusalText } from "../../../lib/refusal-text";
import { Notice } from "../../../ui/notice";
import classes from "./conflict-notice.module.css";

interface Props {
  readonly mine: DraftContent;
  readonly theirs: DraftContent;
  /** Rejects when the other version could not be kept: then nothing is replaced. */
  readonly onChoose: (choice: "mine" | "theirs") => Promise<void>;
}

const TEXTS = ["title", "description"] as const;

/** Only what was typed by hand is shown side by side; the rest is named. */
function Differences({ mine, theirs }: Pick<Props, "mine" | "theirs">) {
  const texts = TEXTS.filter((field) => mine[field] !== theirs[field]);
  return (
    <dl className={classes.differences}>
      {texts.map((field) => (
        <div key={field} className={classes.pair}>
          <dt>
            <FormattedMessage id={`newRequest.${field}`} />
          </dt>
          <dd>
            <span className={classes.whose}>
              <FormattedMessage id="newRequest.conflict.here" />
            </span>
            {mine[field] || "–"}
          </dd>
          <dd>
            <span className={classes.whose}>
              <FormattedMessage id="newRequest.conflict.there" />
            </span>
            {theirs[field] || "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function ConflictNotice({ mine, theirs, onChoose }: Props) {
  const [busy, setBusy] = useState<"mine" | "theirs" | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const refusalText = useRefusalText();
  const choose = (choice: "mine" | "theirs"): void => {
    setBusy(choice);
    setFailure(null);
    onChoose(choice)
      .catch(setFailure)
      .finally(() => setBusy(null));
  };
  return (
    <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.conflict.title" />}>
      <p>
        <FormattedMessage id="newRequest.conflict.text" />
      </p>
      <Differences mine={mine} theirs={theirs} />
      {failure ? <p>{refusalText(failure).message}</p> : null}
      <div className={classes.choices}>
        <Button size="compact-md" loading={busy === "mine"} disabled={busy === "theirs"} onClick={() => choose("mine")}>
          <FormattedMessage id="newRequest.conflict.mine" />
        </Button>
        <Button
          size="compact-md"
          variant="default"
          loading={busy === "theirs"}
          disabled={busy === "mine"}
          onClick={() => choose("theirs")}
        >
          <FormattedMessage id="newRequest.conflict.theirs" />
        </Button>
      </div>
    </Notice>
  );
}
