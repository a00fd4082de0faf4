/** The submitter is no contact: nothing of the request will be visible to them, unless added with one click (E8, R84, R88). */
import { Button } from "@mantine/core";
import { FormattedMessage, useIntl } from "react-intl";
import { Notice } from "../../../ui/notice";
import { ownContactOf } from "../account-of-viewer";
import { useFlow } from "../flow-context";

export function SubmitterWarning() {
  const { content, change, start, isSubmitterContact, announce } = useFlow();
  const { formatMessage } = useIntl();
  if (isSubmitterContact) return null;
  const addMe = (): void => {
    change({ additionalContacts: [...content.additionalContacts, ownContactOf(start.viewer.account)] });
    announce(formatMessage({ id: "newRequest.submitter.added" }));
  };
  return (
    <Notice tone="soon" isLive title={<FormattedMessage id="newRequest.submitter.title" />}>
      <p>
        <FormattedMessage id="newRequest.submitter.text" />
      </p>
      <Button variant="default" size="compact-md" onClick={addMe}>
        <FormattedMessage id="newRequest.submitter.addMe" />
      </Button>
    </Notice>
  );
}
