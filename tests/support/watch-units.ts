/** Before every suite over the API: a unit inside a unit, or a read past its stores, fails the test that does it, and so does a refusal that its mutation does not declare; ids of a fixed instant are counted from the start, for suites that share a process. */

import { forgetInstants } from "../../apps/api/src/kernel/db/ids.js";
import { watchTransactions } from "../../apps/api/src/kernel/db/transaction-scope.js";
import { watchRefusals } from "../../apps/api/src/kernel/graphql/declared-refusals.js";

watchTransactions();
watchRefusals();
forgetInstants();
