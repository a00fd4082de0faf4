/** The application as it is built, over answers of the published schema: nothing is stored, and the answer to one command is held back. */
import { readFileSync } from "node:fs";
import type { Page, Route } from "@playwright/test";
import { buildSchema, execute, parse, validate } from "graphql";
import { resolveFixture, type World } from "../../../apps/web/preview/fixture-answers";
import { WORLD } from "../../../apps/web/preview/fixtures/world";

const schema = buildSchema(readFileSync(new URL("../../../packages/schema/schema.graphql", import.meta.url), "utf8"));

interface Asked {
  readonly operationName: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

export interface Stub {
  /** What was sent of the command so far. */
  readonly sent: readonly Record<string, unknown>[];
  /** Lets the answers go that were held back. */
  readonly answer: () => void;
  /** From now on the command finds no server. */
  readonly end: () => Promise<void>;
}

/** `after` holds from the moment the command is executed. */
export async function stub(page: Page, command: string, world: World = {}, after: World = {}): Promise<Stub> {
  const known = { ...WORLD, ...world };
  const sent: Record<string, unknown>[] = [];
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const run = async (route: Route): Promise<void> => {
    const { operationName, query, variables } = route.request().postDataJSON() as Asked;
    if (operationName === command) {
      sent.push(variables);
      await held;
    }
    const document = parse(query);
    const errors = validate(schema, document);
    const answered =
      errors.length > 0
        ? { errors }
        : await execute({
            schema,
            document,
            rootValue: known,
            variableValues: variables,
            operationName,
            fieldResolver: resolveFixture,
          });
    if (operationName === command) Object.assign(known, after);
    await route.fulfill({ json: answered });
  };
  await page.routeWebSocket(/\/graphql/, () => undefined);
  await page.route("**/graphql", run);
  return {
    sent,
    answer,
    end: () => page.unrouteAll({ behavior: "ignoreErrors" }),
  };
}
