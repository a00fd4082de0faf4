/** How the support was: asked once it is closed, shown when it was answered, changed at will (F51). */

import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { useCommand } from "../../../lib/commands/use-command";
import { useKept } from "../../../lib/kept/use-kept";
import { Card } from "../../../ui/card";
import { CommandProblem } from "../../../ui/command-problem";
import { visibleControls } from "../../../ui/visible-controls";
import { RateRequestDocument, type RequestStateFragment } from "../request-page.generated";
import styles from "./actions.module.css";
import { NO_RATING, RatingFields, SCORES } from "./rating-fields";

interface Props {
  readonly request: RequestStateFragment;
  readonly onDone: () => void;
}

export function RatingCard({ request, onDone }: Props) {
  const { rating } = request;
  const [isChanging, setChanging] = useState(false);
  if (rating === null || isChanging)
    return <RatingForm request={request} onDone={onDone} onEnd={() => setChanging(false)} />;
  const Icon = SCORES.find((one) => one.score === rating.score)?.Icon;
  return (
    <Card title={<FormattedMessage id="conversation.rating.given" />}>
      <p className={styles.given}>
        {Icon !== undefined && <Icon size={28} stroke={1.5} aria-hidden />}
        <strong>
          <FormattedMessage id={`conversation.rating.${rating.score}`} />
        </strong>
      </p>
      {rating.comment !== null && (
        <p className={styles.comment} dir="auto">
          {visibleControls(rating.comment)}
        </p>
      )}
      {request.viewerCan.rate && (
        <div>
          <Button variant="default" onClick={() => setChanging(true)}>
            <FormattedMessage id="conversation.rating.change" />
          </Button>
        </div>
      )}
    </Card>
  );
}

function RatingForm({ request, onDone, onEnd }: Props & { readonly onEnd: () => void }) {
  const { formatMessage } = useIntl();
  const { rating } = request;
  const given = rating === null ? NO_RATING : { score: rating.score, comment: rating.comment ?? "" };
  const kept = useKept("rating", request.id, given);
  const { score, comment } = kept.typed;
  const command = useCommand(RateRequestDocument, {
    fields: ["comment"],
    done: () => formatMessage({ id: "conversation.rating.done" }),
    onDone: () => {
      kept.forget();
      onEnd();
      onDone();
    },
  });
  const send = async (): Promise<void> => {
    if (score === NO_RATING.score) return;
    const input = { requestId: request.id, score, comment: comment.trim() || null };
    await command.sendKeyed(input);
  };
  return (
    <Card title={<FormattedMessage id="conversation.rating.question" />}>
      <CommandProblem command={command} />
      <RatingFields hasHeading rating={kept} command={command} />
      <div>
        <Button loading={command.isBusy} disabled={score === NO_RATING.score} onClick={() => void send()}>
          <FormattedMessage id="conversation.rating.send" />
        </Button>
      </div>
    </Card>
  );
}
