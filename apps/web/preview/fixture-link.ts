/** An end of the line without a server: runs every operation against the committed SDL over plain objects, so a wrong field fails. */

import sdl from "@accord/schema/schema.graphql?raw";
import { ApolloLink, Observable } from "@apollo/client";
import { buildSchema, type ExecutionResult, execute, OperationTypeNode, validate } from "graphql";
import { resolveFixture, type World } from "./fixture-answers";

export { connectionOf, timelineOf, topLevelError, type World } from "./fixture-answers";

const schema = buildSchema(sdl);

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
                fieldResolver: resolveFixture,
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
