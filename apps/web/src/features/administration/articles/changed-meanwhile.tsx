/** Somebody else saved the article that is being written: nothing typed is lost, and nothing of theirs is overwritten unknowingly (R55, K12). */
import { Button } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import type { Kept } from "../../../lib/kept/use-kept";
import { Notice } from "../../../ui/notice";

interface Props {
  readonly kept: Pick<Kept<unknown>, "revision" | "adopt">;
  /** Of the article as it is now. */
  readonly revision: number;
}

export function ChangedMeanwhile({ kept, revision }: Props) {
  if (kept.revision === revision) return null;
  return (
    <Notice tone="soon" isLive title={<FormattedMessage id="articles.meanwhile" />}>
      <p>
        <FormattedMessage id="articles.meanwhile.text" />
      </p>
      <p>
        <Button variant="default" onClick={kept.adopt}>
          <FormattedMessage id="articles.meanwhile.mine" />
        </Button>
      </p>
    </Notice>
  );
}
