/** The one-time profile, before anything else; afterwards to where the person wanted to go (R52). */
import { FormattedMessage, useIntl } from "react-intl";
import { useNavigate, useSearchParams } from "react-router";
import { safeReturnTo } from "../../lib/addresses";
import { useViewer } from "../../lib/viewer";
import { Page } from "../../ui/page";
import { ProfileForm } from "./profile-form";

export default function WelcomePage() {
  const { formatMessage } = useIntl();
  const { account } = useViewer();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return (
    <Page
      isText
      title={formatMessage({ id: "profile.welcome" }, { name: account.givenName })}
      lead={<FormattedMessage id="profile.welcome.lead" />}
    >
      <ProfileForm
        submitLabel={formatMessage({ id: "profile.continue" })}
        told={null}
        onSaved={() => navigate(safeReturnTo(search.get("returnTo")), { replace: true })}
      />
    </Page>
  );
}
