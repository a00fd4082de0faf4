/** An end of the line without a server: runs every operation against the committed SDL over plain objects, so a wrong field fails. */

import sdl from "@accord/schema/schema.graphql?raw";
import { ApolloLink, Observable } from "@apollo/client";
import {
  buildSchema,
  defaultFieldResolver,
  type ExecutionResult,
  execute,
  type GraphQLFieldResolver,
  OperationTypeNode,
  validate,
} from "graphql";
import type { World } from "./fixture-answers";

export { connectionOf, timelineOf, topLevelError, type World } from "./fixture-answers";

const schema = buildSchema(sdl);

/** What fixtures call `id` of things that name another one. */
const NAMED: Readonly<Record<string, string>> = {
  AccountSummary: "accountId",
  CardSetup: "setupId",
  ChangedDraft: "draftId",
  ChangedPlan: "planId",
  DialogueAnswer: "answerId",
  DialogueStep: "stepId",
  IncidentOffer: "offerId",
  ManagedAccount: "accountId",
  ManagedAgreement: "planId",
  ManagedLedgerEntry: "entryId",
  QueueItem: "requestId",
  StaffMember: "accountId",
};

/** Fixtures have one name for a thing, its slug where it has one; as the pages, which ask for `id: slug`. */
const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, context, info) => {
  const value = defaultFieldResolver(source, args, context, info);
  const isItsName = info.fieldName === "slug" || info.fieldName === NAMED[info.parentType.name];
  return value === undefined && isItsName ? (source as { readonly id?: unknown }).id : value;
};

/** Answers after `delayMs`; every call is told to `onOperation`. */
export function createFixtureLink(
  world: World,
  options: {
    delayMs?: number;
    onOperation?: (name: string, variables: Record<string, unknown>) => void;
    /** Is handed the end of every subscription; nothing ever comes over one. */
    onSubscription?: (end: () => void) => void;
  } = {},
): ApolloLink {
  return new ApolloLink(
    (operation) =>
      new Observable((observer) => {
        options.onOperation?.(operation.operationName ?? "", operation.variables);
        if (operation.operationType === OperationTypeNode.SUBSCRIPTION)
          return void options.onSubscription?.(() => observer.complete());
        const errors = validate(schema, operation.query);
        const answer: ExecutionResult | Promise<ExecutionResult> =
          errors.length > 0
            ? { errors }
            : execute({
                schema,
                document: operation.query,
                rootValue: world,
                variableValues: operation.variables,
                fieldResolver,
              });
        const timer = setTimeout(() => {
          void Promise.resolve(answer).then((result) => {
            // Plain JSON, as it comes over the wire.
            observer.next(JSON.parse(JSON.stringify(result)));
            observer.complete();
          });
        }, options.delayMs ?? 0);
        return () => clearTimeout(timer);
      }),
  );
}
