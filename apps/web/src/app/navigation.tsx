/** The four places; beside the page on wide screens (folds to icons), a bar at the bottom on phones. */
import { UnstyledButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import {
  IconCirclePlus,
  IconFileCertificate,
  IconHelpCircle,
  IconInbox,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation } from "react-router";
import styles from "./navigation.module.css";

const isUnder = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

const PLACES = [
  { id: "plans", to: "/plans", Icon: IconFileCertificate, isHere: (path: string) => isUnder(path, "/plans") },
  {
    id: "newRequest",
    to: "/requests/new",
    Icon: IconCirclePlus,
    isHere: (path: string) => isUnder(path, "/requests/new"),
  },
  {
    id: "requests",
    to: "/requests",
    Icon: IconInbox,
    isHere: (path: string) => isUnder(path, "/requests") && !isUnder(path, "/requests/new"),
  },
  { id: "help", to: "/help", Icon: IconHelpCircle, isHere: (path: string) => isUnder(path, "/help") },
] as const;

export function Navigation() {
  const { formatMessage } = useIntl();
  const { pathname } = useLocation();
  const [isFolded, setFolded] = useLocalStorage({
    key: "accord.navigation-folded",
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const Fold = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav
      className={styles.navigation}
      data-folded={isFolded || undefined}
      aria-label={formatMessage({ id: "shell.navigation" })}
    >
      <div className={styles.inner}>
        <ul className={styles.places}>
          {PLACES.map(({ id, to, Icon, isHere }) => (
            <li key={id}>
              <Link
                className={styles.place}
                to={to}
                aria-current={isHere(pathname) ? "page" : undefined}
                title={isFolded ? formatMessage({ id: `shell.place.${id}` }) : undefined}
              >
                <Icon size={22} aria-hidden />
                <span className={styles.label}>
                  <FormattedMessage id={`shell.place.${id}`} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <UnstyledButton className={styles.fold} onClick={() => setFolded(!isFolded)} aria-expanded={!isFolded}>
          <Fold size={20} aria-hidden />
          <span className={styles.label}>
            <FormattedMessage id={isFolded ? "shell.unfold" : "shell.fold"} />
          </span>
        </UnstyledButton>
      </div>
    </nav>
  );
}
