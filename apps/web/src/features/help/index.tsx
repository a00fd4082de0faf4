/** Help within other features (R5, F62). */
import { lazyPart } from "../../lib/lazy-part";
import { TextSkeleton } from "../../ui/skeletons";

export type { LinkedArticle, RequestMatter } from "./article-choices";

/** What may solve it now, while somebody writes. */
export const ArticleSuggestions = lazyPart(() => import("./article-suggestions"));
/** Where an engineer finds an article to link to. */
export const ArticleChoices = lazyPart(() => import("./article-choices"), <TextSkeleton lines={4} />);
