/** A number for a new request: drawn, not counted, so that who sees one learns nothing of how many there are. */
import { randomInt } from "node:crypto";
import { type EpochMs, newRequestNumber } from "@accord/domain";

const NUMBERS = 9_989_999_999;

export const requestNumbers = {
  /** May be taken already: the store says so, and another one is drawn. */
  draw: (at: EpochMs): string => newRequestNumber(at, randomInt(NUMBERS)),
};
