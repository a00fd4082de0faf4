/** A date with time as a field of the browser holds it, in the zone of the request, and as it is sent: an instant (F34). */
import { type EpochMs, instantAt, momentOf, wallClock } from "@accord/domain";

const two = (part: number): string => String(part).padStart(2, "0");

/** `2026-11-20T09:00`; empty for text that names no instant. */
export function localMoment(text: string, zone: string): string {
  const at = momentOf(text);
  if (at === null) return "";
  const { day, minute } = wallClock(at, zone);
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `2026-11-20T07:00:00Z`; null while the field is not complete. */
export function sentMoment(local: string, zone: string): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(local);
  if (found === null) return null;
  const [, day = "", hours = "", minutes = ""] = found;
  const at: EpochMs = instantAt(day, Number(hours) * 60 + Number(minutes), zone);
  return new Date(at).toISOString().replace(".000Z", "Z");
}
