/** A deed that belongs to the engineer who owns the request (F52, R98): others of the desk are told so, customers may not, strangers see nothing. */
import { isWorker, type Result, refuse } from "@accord/domain";
import type { RequestContext } from "../../kernel/graphql/context.js";
import { RequestError } from "../../kernel/graphql/request-error.js";
import {
  type CommandName,
  type Done,
  type HeldRequest,
  type RequestCommand,
  type RequestInput,
  runRequestCommand,
} from "../requests/module.js";

/** Contacts see it, and everybody who works the queue knows it is there. */
export const isKnownTo = ({ party, account }: HeldRequest): boolean => party !== null || isWorker(account);

/** @throws RequestError FORBIDDEN */
export const assertNoCustomer = ({ party }: HeldRequest): void => {
  if (party === "CUSTOMER") throw new RequestError("FORBIDDEN");
};

/** @throws RequestError NOT_FOUND, FORBIDDEN for a contact, IDEMPOTENCY_KEY_REUSED */
export const actAsOwner = <Input extends RequestInput>(
  context: RequestContext,
  name: CommandName,
  input: Input,
  decide: (held: HeldRequest) => Result<RequestCommand> | Promise<Result<RequestCommand>>,
): Promise<Result<Done>> =>
  runRequestCommand(context, { maySee: isKnownTo, ...name }, input, (held) => {
    assertNoCustomer(held);
    return held.party === "ENGINEER" ? decide(held) : refuse("NOT_REQUEST_OWNER");
  });
