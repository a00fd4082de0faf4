import { expect, test } from "vitest";
import { checkCommands, commandPlacesOf, commandsOf } from "./commands.mjs";
import { plant } from "./planted.mjs";

const REFUSALS = "userErrors {\n      ...Refusal\n    }";
const SENT = {
  "apps/web/src/features/plans/plans.graphql": `mutation RemovePlan($id: ID!) {\n  removePlan(id: $id) {\n    ${REFUSALS}\n  }\n}`,
  "apps/web/src/features/plans/remove.tsx": "const command = useCommand(RemovePlanDocument, { done: null });",
};

test("commands of the two hooks pass, and their list is derived from their uses", () => {
  const root = plant(SENT);
  expect(checkCommands(root)).toEqual([]);
  expect(commandsOf(root)).toEqual(["RemovePlan"]);
  expect(commandPlacesOf(root)).toEqual([{ file: "apps/web/src/features/plans/remove.tsx", command: "RemovePlan" }]);
});

test.each([
  ["useMutation beside the hooks", { "apps/web/src/features/plans/a.tsx": "const [run] = useMutation(X);" }, "beside"],
  ["the client used directly", { "apps/web/src/lib/a.ts": "await client.mutate({ mutation: X });" }, "beside"],
  [
    "a document by another name",
    { "apps/web/src/features/plans/a.tsx": "useCommand(documents[kind], {});" },
    "no mutation by its name",
  ],
  [
    "a mutation nobody sends",
    { "apps/web/src/features/plans/b.graphql": `mutation Forgotten {\n  x {\n    ${REFUSALS}\n  }\n}` },
    "nobody sends Forgotten",
  ],
  [
    "a mutation that does not ask why",
    {
      "apps/web/src/features/plans/b.graphql": "mutation Deaf {\n  x {\n    id\n  }\n}",
      "apps/web/src/features/plans/b.tsx": "useBackgroundMutation(DeafDocument);",
    },
    "Deaf does not ask why",
  ],
  [
    "a mutation with a selection of refusals of its own",
    {
      "apps/web/src/features/plans/b.graphql": "mutation Alone {\n  x {\n    userErrors {\n      code\n    }\n  }\n}",
      "apps/web/src/features/plans/b.tsx": "useBackgroundMutation(AloneDocument);",
    },
    "Alone does not ask why",
  ],
])("the check sees %s", (_name, files, expected) => {
  expect(checkCommands(plant({ ...SENT, ...files })).join("\n")).toContain(expected);
});
