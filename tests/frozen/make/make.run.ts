import { it } from "vitest";
import { makeFrozen } from "./make.js";

it("makes the frozen databases", makeFrozen, 600_000);
