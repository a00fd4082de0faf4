/** Fetches the code of the main places ahead, one after the other, so that moving about goes on without a network. */
import { useEffect } from "react";
import type { Viewer } from "../lib/viewer";
import { whenQuiet } from "../lib/when-quiet";

/** Browsers that tell it (Chromium): whoever saves data fetches nothing ahead. */
const savesData = (): boolean =>
  (navigator as Navigator & { connection?: { readonly saveData?: boolean } }).connection?.saveData === true;

export function usePlacesAhead(viewer: Viewer | null): void {
  useEffect(() => {
    if (viewer?.isProfileComplete !== true || savesData()) return;
    const left: (() => Promise<unknown>)[] = [
      async () => left.push(...(await import("./main-places")).mainPlacesOf(viewer)),
    ];
    let isOver = false;
    const fetchNext = (): void => {
      const load = left.shift();
      if (load === undefined || isOver) return;
      // What cannot be had now is asked for again where it is needed.
      load().then(fetchNext, () => undefined);
    };
    const callOff = whenQuiet(fetchNext);
    return () => {
      isOver = true;
      callOff();
    };
  }, [viewer]);
}
