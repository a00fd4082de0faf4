/** Lets only signed-in people with a profile through; everybody else comes back here afterwards (R48, R52). */
import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { currentPath, signInPage, welcomePage } from "../lib/addresses";
import { KEEPS_PAGE } from "../lib/client";
import { failureOf } from "../lib/failure";
import { storedLanguage, useLanguage } from "../lib/language";
import { useRefusalText } from "../lib/refusal-text";
import { ViewerContext } from "../lib/viewer";
import { ViewerDocument } from "../lib/viewer.generated";
import { FailureNotice } from "../ui/failure-notice";
import { PageFallback } from "./page-fallback";

export function RequireAccount({ needsProfile }: { readonly needsProfile: boolean }) {
  const location = useLocation();
  const { data, error, refetch } = useQuery(ViewerDocument, { context: KEEPS_PAGE });
  const { choose, language } = useLanguage();
  const refusalText = useRefusalText();
  const viewer = data?.viewer;
  const accountLanguage = viewer?.account.profile?.language === "RO" ? "ro" : "en";
  const hasProfile = viewer?.account.profile != null;

  // The account's language, unless another was chosen in this browser; before the page asks for anything in the wrong one.
  const [hasGivenUp, setGivenUp] = useState(false);
  const isOtherLanguage = hasProfile && !hasGivenUp && storedLanguage() === null && accountLanguage !== language;
  useEffect(() => {
    if (isOtherLanguage) choose(accountLanguage, false).catch(() => setGivenUp(true));
  }, [isOtherLanguage, accountLanguage, choose]);

  if (isOtherLanguage) return <PageFallback />;
  if (viewer === undefined) {
    if (error === undefined) return <PageFallback />;
    if (failureOf(error).code === "UNAUTHENTICATED") return <Navigate to={signInPage(currentPath(location))} replace />;
    return <FailureNotice text={refusalText(error)} onRetry={() => void refetch()} />;
  }
  if (needsProfile && !viewer.isProfileComplete) return <Navigate to={welcomePage(currentPath(location))} replace />;
  return (
    <ViewerContext.Provider value={viewer}>
      <Outlet />
    </ViewerContext.Provider>
  );
}
