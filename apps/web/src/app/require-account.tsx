/** Lets only signed-in people with a profile through; everybody else comes back here afterwards (R48, R52). */
import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { Navigate, Outlet, useLocation } from "react-router";
import { currentPath, signInPage, welcomePage } from "../lib/addresses";
import { KEEPS_PAGE } from "../lib/client";
import { failureOf } from "../lib/failure";
import { forgetAllBut } from "../lib/kept/use-kept";
import { useRefusalText } from "../lib/refusal-text";
import { ViewerContext } from "../lib/viewer";
import { ViewerDocument } from "../lib/viewer.generated";
import { FailureNotice } from "../ui/failure-notice";
import { PageFallback } from "./page-fallback";

export function RequireAccount({ needsProfile }: { readonly needsProfile: boolean }) {
  const location = useLocation();
  const { data, error, refetch } = useQuery(ViewerDocument, { context: KEEPS_PAGE });
  const refusalText = useRefusalText();
  const viewer = data?.viewer;
  const accountId = viewer?.account.id;
  useEffect(() => {
    if (accountId !== undefined) forgetAllBut(accountId);
  }, [accountId]);
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
