/** Each refusal that a mutation declares is given over HTTP: files (K8). */
import { fileCases } from "../../support/refusals/file-cases.js";
import { reachAll } from "../../support/refusals/reach.js";

reachAll(fileCases);
