/** Which account is signed in: its kind and address are always in sight, because the wrong account is why plans "vanish" (R64). */
import { joinName } from "@accord/domain";
import { useMantineColorScheme } from "@mantine/core";
import {
  IconBriefcase,
  IconCreditCard,
  IconHeartHandshake,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconReceipt,
  IconSun,
  IconSwitchHorizontal,
  IconUser,
  IconUserCog,
} from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation } from "react-router";
import { currentPath, loginAddress, safeReturnTo } from "../lib/addresses";
import { LANGUAGE_NAMES, LANGUAGES, type Language, useLanguage } from "../lib/language";
import { signOut } from "../lib/sign-out";
import type { Viewer } from "../lib/viewer";
import { Popup, PopupChoice, popupChoiceClass } from "../ui/popup";
import styles from "./account-menu.module.css";

const KIND_ICONS = { PERSONAL: IconUser, WORK: IconBriefcase, PARTNER: IconHeartHandshake } as const;

interface Props {
  readonly viewer: Viewer;
  readonly onChooseLanguage: (language: Language) => void;
}

export function AccountMenu({ viewer, onChooseLanguage }: Props) {
  const { formatMessage } = useIntl();
  const location = useLocation();
  const { account } = viewer;
  const KindIcon = KIND_ICONS[account.kind];
  const kind = formatMessage({ id: `account.kind.${account.kind}` });
  return (
    <Popup
      label={formatMessage({ id: "shell.account" }, { kind, email: account.email })}
      buttonClass={styles.button}
      button={
        <>
          <KindIcon size={20} aria-hidden className={styles.icon} />
          <span className={styles.words}>
            <span className={styles.kind}>{kind}</span>
            <span className={styles.email}>{account.email}</span>
          </span>
        </>
      }
    >
      <div className={styles.who}>
        <strong>{joinName(account)}</strong>
        <span>{account.email}</span>
        <span className={styles.quiet}>
          {kind}
          {account.isGuest && (
            <>
              {" "}
              · <FormattedMessage id="account.guest" />
            </>
          )}
        </span>
      </div>
      {viewer.isProfileComplete && (
        <Link to="/profile" className={popupChoiceClass}>
          <IconUserCog size={18} aria-hidden />
          <FormattedMessage id="shell.profile" />
        </Link>
      )}
      {viewer.canPurchase && viewer.isProfileComplete && <PurchaseChoices />}
      <PhoneChoices onChooseLanguage={onChooseLanguage} />
      <a
        href={loginAddress(safeReturnTo(currentPath(location)), { prompt: "select_account" })}
        className={popupChoiceClass}
      >
        <IconSwitchHorizontal size={18} aria-hidden />
        <FormattedMessage id="shell.otherAccount" />
      </a>
      <PopupChoice icon={<IconLogout size={18} aria-hidden />} onClick={signOut}>
        <FormattedMessage id="shell.signOut" />
      </PopupChoice>
    </Popup>
  );
}

/** Only for accounts that buy (R72). */
const PurchaseChoices = () => (
  <>
    <Link to="/purchases" className={popupChoiceClass}>
      <IconReceipt size={18} aria-hidden />
      <FormattedMessage id="shell.purchases" />
    </Link>
    <Link to="/payment-methods" className={popupChoiceClass}>
      <IconCreditCard size={18} aria-hidden />
      <FormattedMessage id="shell.cards" />
    </Link>
  </>
);

/** On phones the header has no room for language and theme. */
function PhoneChoices({ onChooseLanguage }: Pick<Props, "onChooseLanguage">) {
  const { language } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <>
      {LANGUAGES.filter((one) => one !== language).map((other) => (
        <PopupChoice
          key={other}
          className={styles.onlyPhone}
          lang={other}
          icon={<IconLanguage size={18} aria-hidden />}
          onClick={() => onChooseLanguage(other)}
        >
          {LANGUAGE_NAMES[other]}
        </PopupChoice>
      ))}
      <PopupChoice
        className={`${styles.onlyPhone} ${styles.inLight}`}
        icon={<IconMoon size={18} aria-hidden />}
        onClick={() => setColorScheme("dark")}
      >
        <FormattedMessage id="shell.theme.dark" />
      </PopupChoice>
      <PopupChoice
        className={`${styles.onlyPhone} ${styles.inDark}`}
        icon={<IconSun size={18} aria-hidden />}
        onClick={() => setColorScheme("light")}
      >
        <FormattedMessage id="shell.theme.light" />
      </PopupChoice>
    </>
  );
}
