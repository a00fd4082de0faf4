/** Start for customers, the four places, the queue for those who work in it, administration for those with a section there; beside the page on wide screens (folds to icons), a bar at the bottom on phones. */
import { useQuery } from "@apollo/client/react";
import { UnstyledButton } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import {
  IconCirclePlus,
  IconFileCertificate,
  IconHelpCircle,
  IconHome,
  IconInbox,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconListCheck,
  IconSettings,
} from "@tabler/icons-react";
import { FormattedMessage, useIntl } from "react-intl";
import { Link, useLocation } from "react-router";
import { sectionsOf } from "../lib/administration";
import { KEEPS_PAGE } from "../lib/client";
import { ViewerDocument } from "../lib/viewer.generated";
import styles from "./navigation.module.css";

const isUnder = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

/** For customers: who works here begins at the queue or in administration. */
const START = {
  id: "start",
  to: "/start",
  Icon: IconHome,
  isHere: (path: string) => isUnder(path, "/start"),
} as const;
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
const QUEUE = {
  id: "queue",
  to: "/queue",
  Icon: IconListCheck,
  isHere: (path: string) => isUnder(path, "/queue"),
} as const;
const ADMINISTRATION = {
  id: "administration",
  to: "/administration",
  Icon: IconSettings,
  isHere: (path: string) => isUnder(path, "/administration"),
} as const;

const useFolded = () =>
  useLocalStorage({ key: "accord.navigation-folded", defaultValue: false, getInitialValueInEffect: false });

/** Its room while it is not known yet which places there are: the page beside it does not move when they come (K10). */
export function NavigationRoom() {
  const [isFolded] = useFolded();
  return <div className={styles.navigation} data-folded={isFolded || undefined} aria-hidden />;
}

export function Navigation() {
  const { formatMessage } = useIntl();
  const { pathname } = useLocation();
  const [isFolded, setFolded] = useFolded();
  const { data } = useQuery(ViewerDocument, { context: KEEPS_PAGE });
  const rights = data?.viewer.staffRights ?? [];
  const administers = sectionsOf(rights).length > 0;
  const places = [
    ...(rights.includes("SEE_QUEUE") ? [QUEUE] : data === undefined || administers ? [] : [START]),
    ...PLACES,
    ...(administers ? [ADMINISTRATION] : []),
  ];
  const Fold = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav
      className={styles.navigation}
      data-folded={isFolded || undefined}
      aria-label={formatMessage({ id: "shell.navigation" })}
    >
      <div className={styles.inner}>
        <ul className={styles.places}>
          {places.map(({ id, to, Icon, isHere }) => (
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
