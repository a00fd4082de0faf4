/** The profile, changed later (R54); an address not proven yet can be confirmed here (R83). */
import { FormattedMessage, useIntl } from "react-intl";
import { Page } from "../../ui/page";
import { ConfirmAddressCard } from "./confirm-address-card";
import { ProfileForm } from "./profile-form";
import { SettingsTabs } from "./settings/settings-tabs";

export default function ProfilePage() {
  const { formatMessage } = useIntl();
  return (
    <Page isText title={formatMessage({ id: "profile.title" })} lead={<FormattedMessage id="profile.lead" />}>
      <SettingsTabs />
      <ConfirmAddressCard />
      <ProfileForm submitLabel={formatMessage({ id: "ui.save" })} told={formatMessage({ id: "profile.saved" })} />
    </Page>
  );
}
