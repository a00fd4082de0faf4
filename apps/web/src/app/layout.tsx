/** The frame around every page: skip link, header, navigation, offline banner, the page itself. */
import { useEffect, useRef } from "react";
import { FormattedMessage } from "react-intl";
import { Outlet, ScrollRestoration, useLocation, useNavigation } from "react-router";
import { useIsAccountExpected, useKnownViewer } from "../lib/viewer";
import { OutcomeContext } from "../ui/outcome";
import { useOutcomes } from "../ui/outcome-place";
import { Header } from "./header";
import styles from "./layout.module.css";
import { Navigation, NavigationRoom } from "./navigation";
import { OfflineBanner } from "./offline-banner";
import { PageFallback } from "./page-fallback";
import { useAccountLanguage } from "./use-account-language";
import { usePlacesAhead } from "./use-places-ahead";

export function Layout() {
  const viewer = useKnownViewer();
  const isOtherLanguage = useAccountLanguage(viewer);
  const { pathname } = useLocation();
  const isLoading = useNavigation().state === "loading";
  const isExpected = useIsAccountExpected();
  // The profile comes first: nothing else can be reached before it.
  const hasNavigation = (viewer?.isProfileComplete ?? isExpected) && pathname !== "/sign-in";
  useHeadingFocus(pathname);
  usePlacesAhead(viewer);
  // The header's commands are told at the top of the page as the page's own are.
  const { tell, told } = useOutcomes();
  return (
    <OutcomeContext value={tell}>
      <a className={styles.skip} href="#main">
        <FormattedMessage id="shell.skip" />
      </a>
      {isLoading && <div className={styles.progress} role="progressbar" aria-hidden />}
      <Header viewer={viewer} isExpected={isExpected} />
      <div className={styles.body} data-navigation={hasNavigation || undefined}>
        {hasNavigation && (isExpected ? <NavigationRoom /> : <Navigation />)}
        <main id="main" className={styles.main} tabIndex={-1}>
          <OfflineBanner />
          {told}
          {isOtherLanguage ? <PageFallback /> : <Outlet />}
        </main>
      </div>
      <ScrollRestoration />
    </OutcomeContext>
  );
}

/** A new page is announced by moving the focus to its heading, or to the outcome it is told with; the flow moves it to its steps itself. */
function useHeadingFocus(pathname: string): void {
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    const isWithinFlow = pathname.startsWith("/requests/new") && last.current.startsWith("/requests/new");
    last.current = pathname;
    if (isWithinFlow || document.querySelector("[data-outcome]") !== null) return;
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [pathname]);
}
