/** Each refusal that a mutation declares is given over HTTP: administration (K8). */
import { administrationCases } from "../../support/refusals/administration-cases.js";
import { reachAll } from "../../support/refusals/reach.js";

reachAll(administrationCases);
