/** Where a file stands, in a word: being scanned, clean, not scanned, infected, refused. */
import { FormattedMessage } from "react-intl";
import { Badge, type BadgeTone } from "../../ui/badge";

const TONES: Readonly<Record<string, BadgeTone>> = {
  UPLOADING: "accent",
  SCANNING: "accent",
  CLEAN: "good",
  UNSCANNED: "quiet",
  INFECTED: "loss",
  REFUSED: "loss",
};

export function StateMark({ state }: { readonly state: string }) {
  const tone = TONES[state];
  if (tone === undefined) return null;
  return (
    <Badge tone={tone}>
      <FormattedMessage id={`attachments.state.${state}`} />
    </Badge>
  );
}
