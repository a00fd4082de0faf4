/** Mark, product name, palette, language, theme, account. */
import { ActionIcon, Button, UnstyledButton } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useCallback, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation } from "react-router";
import { currentPath, safeReturnTo, signInPage } from "../lib/addresses";
import type { Viewer } from "../lib/viewer";
import { Mark } from "../ui/mark";
import { AccountMenu } from "./account-menu";
import styles from "./header.module.css";
import { LanguageSwitch } from "./language-switch";
import { parts } from "./loads";
import { ThemeSwitch } from "./theme-switch";
import { useChooseLanguage } from "./use-choose-language";

const Palette = lazy(parts.palette);
const NoticesBell = lazy(parts.noticesBell);

interface Props {
  readonly viewer: Viewer | null;
  /** Somebody is signed in, and not known yet. */
  readonly isExpected: boolean;
}

export function Header({ viewer, isExpected }: Props) {
  const { formatMessage } = useIntl();
  const location = useLocation();
  const [openings, setOpenings] = useState(0);
  const openPalette = useCallback(() => setOpenings((count) => count + 1), []);
  const chooseLanguage = useChooseLanguage(viewer);
  const isSignedIn = viewer?.isProfileComplete === true;
  const isNobody = viewer === null && !isExpected;
  useHotkeys(isSignedIn ? [["mod+K", openPalette]] : []);
  return (
    <header className={styles.header}>
      <Link
        to={isNobody ? "/sign-in" : "/requests"}
        className={styles.brand}
        aria-label={formatMessage({ id: isNobody ? "shell.home.signIn" : "shell.home" })}
      >
        <Mark />
        <span className={styles.name}>Accord</span>
      </Link>
      <div className={styles.middle}>
        {isSignedIn && (
          <UnstyledButton className={styles.search} onClick={openPalette} onMouseEnter={preloadPalette}>
            <IconSearch size={18} aria-hidden />
            <span className={styles.searchWords}>
              <FormattedMessage id="shell.search" />
            </span>
            <kbd className={styles.key}>Ctrl K</kbd>
          </UnstyledButton>
        )}
      </div>
      <div className={styles.tools}>
        {isSignedIn && (
          <ActionIcon
            className={styles.searchIcon}
            variant="subtle"
            color="gray"
            size={44}
            onClick={openPalette}
            aria-label={formatMessage({ id: "shell.search" })}
          >
            <IconSearch size={20} />
          </ActionIcon>
        )}
        <div className={isNobody ? undefined : styles.onlyWide}>
          <LanguageSwitch onChoose={chooseLanguage} />
        </div>
        <div className={isNobody ? undefined : styles.onlyWide}>
          <ThemeSwitch />
        </div>
        {isSignedIn && (
          <div className={styles.bell}>
            <Suspense fallback={null}>
              <NoticesBell viewer={viewer} />
            </Suspense>
          </div>
        )}
        {viewer !== null && <AccountMenu viewer={viewer} onChooseLanguage={chooseLanguage} />}
        {isNobody && location.pathname !== "/sign-in" && (
          <Button component={Link} to={signInPage(safeReturnTo(currentPath(location)))}>
            <FormattedMessage id="shell.signIn" />
          </Button>
        )}
      </div>
      <Suspense fallback={null}>
        {openings > 0 && <Palette openings={openings} staffRights={viewer?.staffRights ?? []} />}
      </Suspense>
    </header>
  );
}

const preloadPalette = (): void => void parts.palette();
