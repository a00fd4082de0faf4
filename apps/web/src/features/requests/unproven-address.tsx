/** Where a request is missed: an address that is not proven keeps those that name it out of sight; the profile proves it (R83, K8). */
import { FormattedMessage } from "react-intl";
import { Link } from "react-router";
import { useViewer } from "../../lib/viewer";
import { Notice } from "../../ui/notice";

export function UnprovenAddress() {
  const { account } = useViewer();
  const { email, claimedEmail, isEmailProven } = account;
  if (isEmailProven && claimedEmail === null) return null;
  const kind = email === "" ? "missing" : claimedEmail === null ? "unproven" : "claimed";
  return (
    <Notice
      tone="soon"
      title={<FormattedMessage id={`profile.confirm.${kind}`} values={{ email: claimedEmail ?? email }} />}
    >
      <p>
        <FormattedMessage id={`profile.confirm.${kind}.text`} values={{ email }} />
      </p>
      <Link to="/profile">
        <FormattedMessage id="requests.unproven.go" />
      </Link>
    </Notice>
  );
}
