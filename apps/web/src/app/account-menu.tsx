/** Which account is signed in: its kind and address are always in sight, because the wrong account is why plans "vanish" (R64). */
import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconBriefcase, IconHeartHandshake, IconLanguage, IconLogout, IconMoon, IconSun, IconSwitchHorizontal, IconUser, IconUserCog } from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation } from "react-router";
import { currentPath, loginAddress, safeReturnTo } from "../lib/addresses";
import { useLanguage } from "../lib/language";
import { signOut } from "../lib/sign-out";
import type { Viewer } from "../lib/viewer";
import styles from "./account-menu.module.css";
import { LANGUAGE_NAMES } from "./language-switch";

const KIND_ICONS = { PERSONAL: IconUser, WORK: IconBriefcase, PARTNER: IconHeartHandshake } as const;

export function AccountMenu({ viewer }: { readonly viewer: Viewer }) {
  const { formatMessage } = useIntl();
  const location = useLocation();
  const { account } = viewer;
  const KindIcon = KIND_ICONS[account.kind];
  const kind = formatMessage({ id: `account.kind.${account.kind}` });
  return (
    <Menu position="bottom-end" width={300} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-label={formatMessage({ id: "shell.account" }, { kind, email: account.email })}>
          <KindIcon size={20} aria-hidden className={styles.icon} />
          <span className={styles.words}>
            <span className={styles.kind}>{kind}</span>
            <span className={styles.email}>{account.email}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{account.givenName} {account.familyName}</strong>
          <span>{account.email}</span>
          <span className={styles.quiet}>{kind}{account.isGuest && <> · <FormattedMessage id="account.guest" /></>}</span>
        </div>
        <Menu.Divider />
        {viewer.isProfileComplete && (
          <Menu.Item component={Link} to="/profile" leftSection={<IconUserCog size={18} aria-hidden />}>
            <FormattedMessage id="shell.profile" />
          </Menu.Item>
        )}
        <PhoneChoices />
        <Menu.Item component="a" href={loginAddress(safeReturnTo(currentPath(location)), { prompt: "select_account" })} leftSection={<IconSwitchHorizontal size={18} aria-hidden />}>
          <FormattedMessage id="shell.otherAccount" />
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} aria-hidden />} onClick={signOut}>
          <FormattedMessage id="shell.signOut" />
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** On phones the header has no room for language and theme. */
function PhoneChoices() {
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const other = language === "en" ? "ro" : "en";
  const isDark = colorScheme === "dark";
  return (
    <>
      <Menu.Item className={styles.onlyPhone} lang={other} leftSection={<IconLanguage size={18} aria-hidden />} onClick={() => void choose(other)}>
        {LANGUAGE_NAMES[other]}
      </Menu.Item>
      <Menu.Item className={styles.onlyPhone} leftSection={isDark ? <IconSun size={18} aria-hidden /> : <IconMoon size={18} aria-hidden />} onClick={() => setColorScheme(isDark ? "light" : "dark")}>
        <FormattedMessage id={isDark ? "shell.theme.light" : "shell.theme.dark"} />
      </Menu.Item>
    </>
  );
}
