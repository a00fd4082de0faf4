/** Input shapes: the only door to zod. Schemas yield codes and parameters, never sentences. */
export { z } from "zod";
