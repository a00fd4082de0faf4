/** Each refusal that a mutation declares is given over HTTP: buying (K8). */
import { purchaseCases } from "../../support/refusals/purchase-cases.js";
import { reachAll } from "../../support/refusals/reach.js";

reachAll(purchaseCases);
