/** Each refusal that a mutation declares is given over HTTP: accounts, agreements, drafts, notices (K8). */
import { accountCases } from "../../support/refusals/account-cases.js";
import { reachAll } from "../../support/refusals/reach.js";

reachAll(accountCases);
