/** Tells the other tabs of an account that a purchase is on its way, and learns it from them: nobody presses twice without knowing (E17, E20). */
import { useEffect, useRef, useState } from "react";

/** A tab says so again while it waits, so that one which is closed is not waited for. */
const BEAT_MS = 1000;
const SILENCE_MS = 5000;

/** True while another tab buys. `onEnded`: it no longer does; what came of it is to be asked for. */
export function useOtherTabs(accountId: string, isRunning: boolean, onEnded: () => void): boolean {
  const name = `accord.buying.${accountId}`;
  const [isElsewhere, setElsewhere] = useState(false);
  const ended = useRef(onEnded);
  ended.current = onEnded;
  // One for both ways: a tab does not hear itself.
  const line = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(name);
    line.current = channel;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => {
      clearTimeout(silence);
      setElsewhere(false);
      ended.current();
    };
    channel.onmessage = ({ data }: MessageEvent<"running" | "ended">) => {
      if (data === "ended") return end();
      setElsewhere(true);
      clearTimeout(silence);
      silence = setTimeout(end, SILENCE_MS);
    };
    return () => {
      clearTimeout(silence);
      line.current = null;
      channel.close();
    };
  }, [name]);
  useEffect(() => {
    if (!isRunning) return;
    const say = (what: "running" | "ended"): void => line.current?.postMessage(what);
    say("running");
    const beat = setInterval(() => say("running"), BEAT_MS);
    return () => {
      clearInterval(beat);
      say("ended");
    };
  }, [isRunning]);
  return isElsewhere && !isRunning;
}
