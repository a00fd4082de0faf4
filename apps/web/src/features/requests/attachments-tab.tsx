/** Every file of the request in one place (R92, F47). */
import { IconPaperclip } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { Card } from "../../ui/card";
import { EmptyState } from "../../ui/empty-state";
import { AttachmentList } from "../files";
import type { RequestPageQuery } from "./request-page.generated";
import { useRequestTab } from "./tab-address";

export function AttachmentsTab({ request }: { readonly request: RequestPageQuery["request"] }) {
  const { addressOf } = useRequestTab();
  if (request.attachments.length === 0)
    return (
      <EmptyState icon={<IconPaperclip size={28} />} title={<FormattedMessage id="conversation.files.none" />}>
        {request.viewerCan.attach && (
          <p>
            <FormattedMessage
              id="conversation.files.how"
              values={{
                link: (words) => (
                  <Link to={addressOf("conversation")} preventScrollReset>
                    {words}
                  </Link>
                ),
              }}
            />
          </p>
        )}
      </EmptyState>
    );
  return (
    <Card title={<FormattedMessage id="conversation.files" values={{ count: request.attachments.length }} />}>
      <AttachmentList files={request.attachments} />
    </Card>
  );
}
