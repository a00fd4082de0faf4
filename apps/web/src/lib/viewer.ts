/** Who is signed in, for every screen behind the guard. */
import type { ApolloClient } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { createContext, useContext, useEffect } from "react";
import { KEEPS_PAGE } from "./client";
import { ViewerDocument, type ViewerQuery } from "./viewer.generated";

export type Viewer = ViewerQuery["viewer"];

export const ViewerContext = createContext<Viewer | null>(null);

/** The signed-in person; only below the guard of the signed-in pages. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error("useViewer needs the guard of the signed-in pages");
  return viewer;
}

/** Who is signed in as far as this page was told, for pages that are open to everybody. */
export const useKnownViewer = (): Viewer | null =>
  useQuery(ViewerDocument, { context: KEEPS_PAGE }).data?.viewer ?? null;

/** Until the page is told who is signed in: did the server send it to somebody with a profile? It says what frame will come. */
export function useIsAccountExpected(): boolean {
  const { data, error } = useQuery(ViewerDocument, { context: KEEPS_PAGE });
  const isTold = data !== undefined || error !== undefined;
  useEffect(() => {
    // It was true of the session the page was loaded with; whoever comes to be here later is asked for.
    if (isTold) delete document.documentElement.dataset.reader;
  }, [isTold]);
  return !isTold && document.documentElement.dataset.reader === "account";
}

/** Has this page been told who is signed in? */
export const isViewerKnown = (client: ApolloClient): boolean => client.readQuery({ query: ViewerDocument }) !== null;
