/** Who is signed in, for every screen behind the guard. */
import type { ApolloClient } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { createContext, useContext } from "react";
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

/** Did the server send this page to somebody signed in, with a profile? Before the page was told who it is, this says what frame will come. */
export const isAccountExpected = (): boolean => document.documentElement.dataset.reader === "account";

/** Has this page been told who is signed in? */
export const isViewerKnown = (client: ApolloClient): boolean => client.readQuery({ query: ViewerDocument }) !== null;
