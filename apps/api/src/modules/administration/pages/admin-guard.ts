/** Who comes to a page or file of administration: a browser session whose roles allow it, judged anew each time (F60, A-1). */
import { type Account, type Language, mayStaff, type StaffRight } from "@accord/domain";
import type { FastifyReply, FastifyRequest } from "fastify";
import { errorBody } from "../../../kernel/http/errors.js";
import { languageFor } from "../../../kernel/text/language.js";
import type { Authenticate } from "../../identity/module.js";

export interface Visitor {
  readonly account: Account;
  readonly language: Language;
  /** When the person last proved who they are. */
  readonly authenticatedAt: number;
}

/** Null: answered already. A token is no way in; whoever is not signed in is led to the sign-in where `isPage`. */
export const letStaffIn = async (
  authenticate: Authenticate,
  request: FastifyRequest,
  reply: FastifyReply,
  { right, isPage = false }: { readonly right: StaffRight; readonly isPage?: boolean },
): Promise<Visitor | null> => {
  const principal = request.headers.authorization === undefined ? await authenticate(request.headers) : null;
  reply.header("cache-control", "private, no-store");
  if (principal?.kind !== "session") {
    if (isPage) reply.redirect(`/auth/login?${new URLSearchParams({ returnTo: request.url })}`, 303);
    else sendProblem(request, reply, 401);
    return null;
  }
  const { account, authenticatedAt } = principal;
  if (!mayStaff(account.roles, right)) {
    sendProblem(request, reply, 403);
    return null;
  }
  const language = languageFor(request.headers, account);
  return { account, language, authenticatedAt };
};

export const sendProblem = (request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply =>
  reply.code(status).send(errorBody(status, request.id));
