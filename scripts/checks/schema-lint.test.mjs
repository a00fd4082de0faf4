import { expect, test } from "vitest";
import { plant } from "./planted.mjs";
import { checkSchemaLint } from "./schema-lint.mjs";

const lint = (sdl) => checkSchemaLint(plant({ "packages/schema/schema.graphql": sdl }));

const CLEAN = `
type Query {
  """Plans."""
  plans(first: Int = 20, after: String): PlanConnection!
}
"""A page of plans."""
type PlanConnection { """Edges.""" edges: [PlanEdge!]! """Where it ends.""" pageInfo: PageInfo! }
"""A plan in a page."""
type PlanEdge { """Cursor.""" cursor: String! """The plan.""" node: Plan! }
"""Where a page ends."""
type PageInfo {
  """Before."""
  hasPreviousPage: Boolean!
  """After."""
  hasNextPage: Boolean!
  """First."""
  startCursor: String
  """Last."""
  endCursor: String
}
type Mutation {
  """Closes a plan."""
  closePlan(
    """Which."""
    input: ClosePlanInput!
  ): ClosePlanPayload!
}
"""Which plan."""
input ClosePlanInput { """Its name.""" name: String! }
"""What it leads to."""
type ClosePlanPayload { """The plan.""" plan: Plan }
"""A plan."""
type Plan { """Its day.""" on: Day, """Its name.""" name: String @deprecated(reason: "Use title; goes on 2027-06-01.") }
"""A day."""
scalar Day @specifiedBy(url: "https://example.com")
`;

test("a schema that keeps every rule has no finding", () => expect(lint(CLEAN)).toEqual([]));

test.each([
  ["no description", '"""Its day.""" on', "on", ["Plan.on has no description"]],
  ["a name out of form", "on: Day", "On_day: Day", ["Plan.On_day: On_day is no camelCase"]],
  ["its type's name again", "on: Day", "planDay: Day", ["Plan.planDay repeats the name of its type"]],
  ["no date", "; goes on 2027-06-01", "", ["Plan.name: @deprecated says from which day"]],
  ["a day that is none", "2027-06-01", "2027-26-01", ["Plan.name: @deprecated says from which day"]],
  ["no specification", ' @specifiedBy(url: "https://example.com")', "", ["Day: a scalar says where it is specified"]],
  ["a root that says what it is", "plans(", "getPlans(", ["Query.getPlans says again what it stands in"]],
  ["half a pair of arguments", ", after: String", "", ["Query.plans pages by first: Int and after: String"]],
  [
    "an address of plain text",
    "on: Day,",
    'on: Day, """Mail.""" email: String',
    ["Plan.email is a String; by its name it is a EmailAddress"],
  ],
  [
    "bytes of a plain number",
    "on: Day,",
    'on: Day, """Most.""" fileBytes: Float',
    ["Plan.fileBytes is a Float; by its name it is a ByteCount"],
  ],
  ["a zone in an argument", "first: Int = 20", "timeZone: String, first: Int", ["Query.plans(timeZone) is a String"]],
  ["a count of another type", "first: Int = 20", "first: String", ["Query.plans pages by first"]],
  ["edges that are none", "edges: [PlanEdge!]!", "edges: PlanEdge!", ["PlanConnection.edges is a list of edges"]],
  ["a page that does not end", "pageInfo: PageInfo!", "pageInfo: PageInfo", ["PlanConnection.pageInfo is a PageInfo!"]],
  ["a cursor that may be null", "cursor: String!", "cursor: String", ["PlanEdge.cursor is a String!"]],
  ["nodes in an edge", "node: Plan!", "node: [Plan!]!", ["PlanEdge.node is one item"]],
  [
    "a verb of another language",
    /(c)lose(?=Plan)/gi,
    (_all, first) => (first === "c" ? "finish" : "Finish"),
    ["Mutation.finishPlan begins with none of create, update"],
  ],
  ["an input that may be left out", "ClosePlanInput!", "ClosePlanInput", ["Mutation.closePlan takes input: ClosePlan"]],
  ["an id beside the input", "input: ClosePlanInput!", "input: ClosePlanInput!, id: ID", ["Mutation.closePlan takes"]],
  [
    "a payload of another command",
    "ClosePlanPayload!",
    "Plan!",
    ["Mutation.closePlan answers ClosePlanPayload!", "ClosePlanPayload is reached from no operation"],
  ],
  ["a page info of its own", "endCursor: String", "endCursor: Int", ["PageInfo.endCursor is a String"]],
])("planted %s is named", (_what, found, instead, lines) => {
  const told = lint(CLEAN.replace(found, instead));
  expect(told).toHaveLength(lines.length);
  for (const [place, line] of lines.entries()) expect(told[place]).toContain(line);
});

test("a type that nothing leads to, and an edge of nothing, are named", () =>
  expect(
    lint(`${CLEAN}
      """Lost."""
      type LostEdge { """Cursor.""" cursor: String! """Plan.""" node: Plan }`),
  ).toEqual(["LostEdge is reached from no operation", "LostEdge is an edge of no connection"]));

test("a node without its times is named", () => {
  const told = (fields) =>
    lint(`${CLEAN.replace("type Query {", 'type Query { """One.""" one: One')}
      """What has an id.""" interface Node { """Id.""" id: ID! }
      """Instant.""" scalar DateTime @specifiedBy(url: "https://example.com")
      """One.""" type One implements Node { """Id.""" id: ID! ${fields} }`);
  const both = '"""Made.""" createdAt: DateTime! """Changed.""" updatedAt: DateTime!';
  expect(told(both)).toEqual([]);
  const line = "One.updatedAt is a DateTime!: One is a Node";
  expect(told(both.replace("updatedAt: DateTime!", "updatedAt: DateTime"))).toEqual([line]);
  expect(told('"""Made.""" createdAt: DateTime!')).toEqual([line]);
  expect(told(`${both} """When.""" at: DateTime!`)).toEqual(["One.at: a Node says by createdAt when it was"]);
});

test("a value in small letters is named", () =>
  expect(lint('type Query { """State.""" state: State } """State.""" enum State { """On.""" on }')).toContain(
    "State.on: a value is named in UPPER_CASE",
  ));
