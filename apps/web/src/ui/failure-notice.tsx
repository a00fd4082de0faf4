/** A page or section that could not be loaded: what happened, what to do, try again. */
import { Button } from "@mantine/core";
import { FormattedMessage } from "react-intl";
import { Notice } from "./notice";

interface Props {
  readonly text: { readonly message: string; readonly remedy: string; readonly requestId?: string };
  readonly onRetry?: () => void;
}

export function FailureNotice({ text, onRetry }: Props) {
  return (
    <Notice tone="loss" title={text.message} requestId={text.requestId}>
      <p>{text.remedy}</p>
      {onRetry !== undefined && (
        <Button variant="default" onClick={onRetry}>
          <FormattedMessage id="ui.tryAgain" />
        </Button>
      )}
    </Notice>
  );
}
