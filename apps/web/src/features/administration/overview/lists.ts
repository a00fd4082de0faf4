/** Addresses of the lists behind the overview's figures (F79). */
import { addDays, dayAt } from "@accord/domain";
import { now } from "../../../lib/clock";

/** The agreements that end within so many days from today. */
export const plansEndingWithin = (days: number): string =>
  `/administration/agreements?endingBefore=${addDays(dayAt(now(), "UTC"), days + 1)}`;
