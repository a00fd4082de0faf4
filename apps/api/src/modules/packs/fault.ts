/** A problem of a pack, found before the line it stands on is known. */
import type { PackProblem } from "@accord/domain";
import type { Path } from "../../kernel/text/located-json.js";

export interface Fault {
  readonly code: PackProblem["code"];
  readonly path: Path;
  readonly params: PackProblem["params"];
}
