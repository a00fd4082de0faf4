/** Each refusal that a mutation declares is given over HTTP: opening requests, and their people (K8). */

import { reachAll } from "../../support/refusals/reach.js";
import { requestCases } from "../../support/refusals/request-cases.js";

reachAll(requestCases);
