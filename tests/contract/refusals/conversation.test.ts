/** Each refusal that a mutation declares is given over HTTP: the life of a request (K8). */
import { conversationCases } from "../../support/refusals/conversation-cases.js";
import { reachAll } from "../../support/refusals/reach.js";

reachAll(conversationCases);
