/** Marks what no customer ever learns of (F42). */
import { IconLock } from "@tabler/icons-react";
import { FormattedMessage } from "react-intl";
import { Badge } from "../../../ui/badge";

export const InternalMark = () => (
  <Badge tone="soon" icon={<IconLock size={14} aria-hidden />}>
    <FormattedMessage id="conversation.internal" />
  </Badge>
);
