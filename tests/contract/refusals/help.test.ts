/** Each refusal that a mutation declares is given over HTTP: the help (K8). */
import { helpCases } from "../../support/refusals/help-cases.js";
import { reachAll } from "../../support/refusals/reach.js";

reachAll(helpCases);
