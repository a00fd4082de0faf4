/** What a person sets for themselves, in four pages: the profile, where they are signed in, the tokens of their programs, what is kept of them. */
import { useIntl } from "react-intl";
import { useLocation } from "react-router";
import { TabLinks } from "../../../ui/tabs";

const TABS = [
  { key: "profile", to: "/profile" },
  { key: "sessions", to: "/settings/sessions" },
  { key: "tokens", to: "/settings/tokens" },
  { key: "data", to: "/settings/data" },
] as const;

export function SettingsTabs() {
  const { formatMessage } = useIntl();
  const { pathname } = useLocation();
  return (
    <TabLinks
      label={formatMessage({ id: "settings" })}
      tabs={TABS.map(({ key, to }) => ({
        key,
        to,
        isCurrent: pathname === to,
        label: formatMessage({ id: `settings.${key}` }),
      }))}
    />
  );
}
