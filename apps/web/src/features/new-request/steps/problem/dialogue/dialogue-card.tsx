/** The virtual agent in step 1: offered, left at any time, and what was said goes along (R61, F63). */
import type { TreeMove } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { KEEPS_PAGE } from "../../../../../lib/client";
import { Notice } from "../../../../../ui/notice";
import { useFlow } from "../../../flow-context";
import offered from "../offered-card.module.css";
import { ProblemDialogueDocument } from "./dialogue.generated";
import classes from "./dialogue.module.css";
import { DialogueStep } from "./dialogue-step";
import { type Dialogue, pathOf, placeToGoOn } from "./walk";

interface Props {
  readonly productVersionId: string;
  readonly categoryId: string;
  readonly problemId: string;
}

export default function DialogueCard(about: Props) {
  const { content } = useFlow();
  // Without an answer nothing is offered: the request goes on without it.
  const { data } = useQuery(ProblemDialogueDocument, {
    variables: about,
    fetchPolicy: "cache-and-network",
    context: KEEPS_PAGE,
  });
  if (data === undefined) return null;
  const { dialogue } = data;
  const walk = content.dialogueWalk;
  if (walk !== null && (walk.treeSlug !== dialogue?.slug || walk.version !== dialogue.version)) return <Changed />;
  return dialogue === null ? null : <Offered dialogue={dialogue} />;
}

/** Another version asks something else: what was said before cannot be sent with it. */
function Changed() {
  const { change } = useFlow();
  return (
    <div id="flow-dialogueWalk-treeSlug" tabIndex={-1}>
      <div id="flow-dialogueWalk-version" tabIndex={-1}>
        <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.dialogue.changed.title" />}>
          <p>
            <FormattedMessage id="newRequest.dialogue.changed.text" />
          </p>
          <Button size="compact-md" variant="default" onClick={() => change({ dialogueWalk: null })}>
            <FormattedMessage id="newRequest.dialogue.changed.remove" />
          </Button>
        </Notice>
      </div>
    </div>
  );
}

const NOTHING: readonly TreeMove[] = [];

function Offered({ dialogue }: { readonly dialogue: Dialogue }) {
  const { content, change, announce } = useFlow();
  const { formatMessage } = useIntl();
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const moves = content.dialogueWalk?.steps ?? NOTHING;
  const path = pathOf(dialogue, moves);
  const [asked, setPlace] = useState(() => placeToGoOn(path, moves));
  const [isOpen, setOpen] = useState(moves.length > 0);
  // Raised by each press that leads to another question: its heading then takes the focus.
  const [moved, setMoved] = useState(0);
  useEffect(() => {
    if (moved > 0) heading.current?.focus();
  }, [moved]);
  const place = Math.min(asked, path.length - 1);
  const step = path[place];
  const show = (next: number): void => {
    setPlace(next);
    setMoved((before) => before + 1);
  };
  const say = (said: readonly TreeMove[]): void => {
    const { slug: treeSlug, version } = dialogue;
    change({ dialogueWalk: said.length === 0 ? null : { treeSlug, version, steps: said } });
  };
  const open = (): void => {
    setOpen(true);
    show(placeToGoOn(path, moves));
  };
  const leave = (): void => {
    setOpen(false);
    if (moves.length > 0) announce(formatMessage({ id: "newRequest.dialogue.attached" }));
    document.getElementById("flow-title")?.focus();
  };
  return (
    <section className={offered.card} aria-labelledby={title}>
      <h3 id={title} className={offered.title}>
        <FormattedMessage id="newRequest.dialogue.title" />
      </h3>
      {isOpen && step !== undefined ? (
        <DialogueStep
          key={step.id}
          dialogue={dialogue}
          step={step}
          place={place}
          moves={moves}
          heading={heading}
          onSay={say}
          onShow={show}
          onLeave={leave}
        />
      ) : (
        <>
          <p>
            {moves.length === 0 ? (
              <FormattedMessage id="newRequest.dialogue.offer" values={{ title: <strong>{dialogue.title}</strong> }} />
            ) : (
              <FormattedMessage id="newRequest.dialogue.attached" />
            )}
          </p>
          <div className={classes.actions}>
            <Button variant="default" onClick={open}>
              <FormattedMessage id={moves.length === 0 ? "newRequest.dialogue.start" : "newRequest.dialogue.resume"} />
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
