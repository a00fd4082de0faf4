/** Before every suite over the API: a unit inside a unit, or a read past its stores, fails the test that does it; ids of a fixed instant are counted from the start, for suites that share a process. */
import { forgetInstants } from "../../apps/api/src/storage/ids.js";
import { watchUnits } from "../../apps/api/src/storage/unit-scope.js";

watchUnits();
forgetInstants();
