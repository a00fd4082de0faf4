/** Hands the engineer's side of a request to the queue; its code is loaded with the first request that is opened there (F52). */
import { lazy, type ReactNode, Suspense } from "react";
import { RequestDeskContext, type RequestDeskProps } from "../lib/request-desk";
import { RowSkeletons } from "../ui/skeletons";
import { parts } from "./loads";

const LazyDesk = lazy(parts.requestDesk);

const Desk = (props: RequestDeskProps) => (
  <Suspense fallback={<RowSkeletons count={4} />}>
    <LazyDesk {...props} />
  </Suspense>
);

export function WithRequestDesk({ children }: { readonly children: ReactNode }) {
  return <RequestDeskContext value={Desk}>{children}</RequestDeskContext>;
}
