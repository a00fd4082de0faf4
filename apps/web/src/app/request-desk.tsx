/** Hands the engineer's side of a request, and the articles for its answers, to the queue; their code is loaded when first opened there (F52, F62). */
import { lazy, type ReactNode, Suspense } from "react";
import { ArticleChoicesContext, type ArticleChoicesProps } from "../lib/article-choices";
import { RequestDeskContext, type RequestDeskProps } from "../lib/request-desk";
import { RowSkeletons, TextSkeleton } from "../ui/skeletons";
import { parts } from "./loads";

const LazyDesk = lazy(parts.requestDesk);
const LazyChoices = lazy(parts.articleChoices);

const Desk = (props: RequestDeskProps) => (
  <Suspense fallback={<RowSkeletons count={4} />}>
    <LazyDesk {...props} />
  </Suspense>
);

const Choices = (props: ArticleChoicesProps) => (
  <Suspense fallback={<TextSkeleton lines={4} />}>
    <LazyChoices {...props} />
  </Suspense>
);

export function WithRequestDesk({ children }: { readonly children: ReactNode }) {
  return (
    <ArticleChoicesContext value={Choices}>
      <RequestDeskContext value={Desk}>{children}</RequestDeskContext>
    </ArticleChoicesContext>
  );
}
