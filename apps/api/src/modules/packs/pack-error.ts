/** A problem of a pack, found before the line it stands on is known. */
import type { PackProblem } from "@accord/domain";
import type { Path } from "../../kernel/text/positioned-json.js";

export interface PackError {
  readonly code: PackProblem["code"];
  readonly path: Path;
  readonly params: PackProblem["params"];
}
