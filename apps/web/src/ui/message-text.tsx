/** What a person wrote: plain words at once, as Markdown as soon as its reader is loaded. */
import { lazy, Suspense } from "react";
import styles from "./message-text.module.css";
import { visibleControls } from "./visible-controls";

const Prose = lazy(async () => ({ default: (await import("./prose")).Prose }));

export function MessageText({ markdown }: { readonly markdown: string }) {
  return (
    <div className={styles.text} dir="auto">
      <Suspense fallback={<p className={styles.plain}>{visibleControls(markdown)}</p>}>
        <Prose markdown={markdown} />
      </Suspense>
    </div>
  );
}
