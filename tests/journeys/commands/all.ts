/** Every place of the SPA that has a command, by its file. */
import { ADMINISTRATION } from "./administration";
import { AGREEMENTS } from "./agreements";
import { DESK } from "./desk";
import { FLOW } from "./flow";
import { HELP } from "./help";
import type { Place, Places } from "./place";
import { PROBLEM_STEP } from "./problem-step";
import { REQUESTS_PLACES } from "./requests";
import { SETTINGS } from "./settings";
import { SHELL } from "./shell";

const FEATURES: Places = {
  ...ADMINISTRATION,
  ...AGREEMENTS,
  ...DESK,
  ...FLOW,
  ...HELP,
  ...PROBLEM_STEP,
  ...REQUESTS_PLACES,
  ...SETTINGS,
};

export interface NamedPlace extends Place {
  readonly file: string;
  readonly command: string;
}

const ALL: Places = {
  ...SHELL,
  ...Object.fromEntries(Object.entries(FEATURES).map(([file, commands]) => [`features/${file}`, commands])),
};

export const PLACES: readonly NamedPlace[] = Object.entries(ALL).flatMap(([file, commands]) =>
  Object.entries(commands).map(([command, place]) => ({ file, command, ...place })),
);
