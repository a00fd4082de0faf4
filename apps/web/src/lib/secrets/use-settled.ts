/** A text once nobody has typed for a moment: half a word is no reason to warn. */
import { useEffect, useState } from "react";

const QUIET_MS = 600;

export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
