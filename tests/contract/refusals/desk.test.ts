/** Each refusal that a mutation declares is given over HTTP: the support desk (K8). */
import { deskCases } from "../../support/refusals/desk-cases.js";
import { reachAll } from "../../support/refusals/reach.js";

reachAll(deskCases);
