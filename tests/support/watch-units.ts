/** Before every suite over the API: a unit inside a unit, or a read past its stores, fails the test that does it. */
import { watchUnits } from "../../apps/api/src/storage/unit-scope.js";

watchUnits();
