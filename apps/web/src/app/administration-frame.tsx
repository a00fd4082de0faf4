/** The frame of administration: its sections as tabs over each page; who lacks a section's right finds no page there (F60). */
import { Suspense } from "react";
import { useIntl } from "react-intl";
import { Navigate, Outlet, useLocation } from "react-router";
import { isUnderSection, sectionsOf } from "../lib/administration";
import { PartMessages } from "../lib/part-messages";
import { useViewer } from "../lib/viewer";
import { TabLinks } from "../ui/tabs";
import styles from "./administration-frame.module.css";
import NotFoundPage from "./not-found-page";
import { PageFallback } from "./page-fallback";

export function AdministrationFrame() {
  const { formatMessage } = useIntl();
  const { pathname } = useLocation();
  const sections = sectionsOf(useViewer().staffRights);
  const [first] = sections;
  if (first === undefined) return <NotFoundPage />;
  if (/^\/administration\/?$/.test(pathname)) return <Navigate to={first.to} replace />;
  if (!sections.some((section) => isUnderSection(pathname, section))) return <NotFoundPage />;
  return (
    <div className={styles.frame}>
      <div className={styles.sections}>
        <TabLinks
          label={formatMessage({ id: "administration.sections" })}
          tabs={sections.map((section) => ({
            key: section.key,
            to: section.to,
            isCurrent: isUnderSection(pathname, section),
            label: formatMessage({ id: `administration.section.${section.key}` }),
          }))}
        />
      </div>
      <Suspense fallback={<PageFallback />}>
        <PartMessages part="administration">
          <Outlet />
        </PartMessages>
      </Suspense>
    </div>
  );
}
