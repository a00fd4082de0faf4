/** Documents that nobody asks in good faith, or that were written wrong: each refused before anything runs (I-3). */

export const times = (count: number, part: (place: number) => string): string =>
  Array.from({ length: count }, (_unused, place) => part(place)).join(" ");
const nested = (levels: number): string =>
  `{ product(id: "windows-server") { ${"versions { product { ".repeat(levels)} id ${"} } ".repeat(levels)} } }`;
const pair = 'input: { accessId: "a", agreementId: "b" }';

/** Name, document, variables. */
export const HOSTILE_DOCUMENTS: readonly (readonly [
  name: string,
  document: string,
  variables?: Record<string, unknown>,
])[] = [
  ["no document", ""],
  ["no JSON of GraphQL", "not graphql"],
  ["an unclosed brace", "{ viewer { account { id }"],
  ["an unknown field", "{ nothing }"],
  ["a misspelt field", "{ viewr { scopes } }"],
  ["an unknown argument", '{ product(slug: "x") { id } }'],
  ["a missing argument", "{ product { id } }"],
  ["a leaf with a selection", "{ viewer { isProfileComplete { x } } }"],
  ["an object without a selection", "{ viewer }"],
  ["an unknown operation type", "subscription { requestUpdated { id } }"],
  ["two anonymous operations", "{ viewer { scopes } } { viewer { scopes } }"],
  ["a fragment within itself", "{ viewer { ...f } } fragment f on Viewer { ...f }"],
  ["fragments around each other", "{ viewer { ...f } } fragment f on Viewer { ...g } fragment g on Viewer { ...f }"],
  ["a fragment on a missing type", "{ viewer { ... on Nothing { id } } }"],
  ["an unused fragment", "{ viewer { scopes } } fragment f on Viewer { scopes }"],
  ["an undefined variable", "{ product(id: $id) { id } }"],
  ["a variable of a wrong type", "query ($id: Int!) { product(id: $id) { id } }", { id: 1 }],
  ["a variable without a value", "query ($id: ID!) { product(id: $id) { id } }"],
  ["null for a required variable", "query ($id: ID!) { product(id: $id) { id } }", { id: null }],
  ["an object for an id", "query ($id: ID!) { product(id: $id) { id } }", { id: { a: 1 } }],
  ["a list for an id", "query ($id: ID!) { product(id: $id) { id } }", { id: ["a", "b"] }],
  [
    "an unknown enum value",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { turn: "MINE" } },
  ],
  [
    "an unknown input field",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { ownerId: "x" } },
  ],
  [
    "a number for an instant",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { updatedSince: 5 } },
  ],
  [
    "no instant",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { updatedSince: "yesterday" } },
  ],
  ["no instant in the document", '{ availablePlans(productVersionId: "x", at: "2026-13-40") { plan { id } } }'],
  ["no country", '{ availablePlans(productVersionId: "x", country: "XX") { plan { id } } }'],
  [
    "no country in a variable",
    'query ($c: CountryCode) { availablePlans(productVersionId: "x", country: $c) { plan { id } } }',
    { c: "Romania" },
  ],
  ["first 0", "{ myPlans(first: 0) { totalCount } }"],
  ["first below 0", "{ myPlans(first: -1) { totalCount } }"],
  ["first 101", "{ myPlans(first: 101) { totalCount } }"],
  ["first 101 in a variable", "query ($n: Int) { myPlans(first: $n) { totalCount } }", { n: 101 }],
  ["first null", "{ myPlans(first: null) { totalCount } }"],
  ["first as text", '{ myPlans(first: "20") { totalCount } }'],
  ["first with a fraction", "query ($n: Int) { myPlans(first: $n) { totalCount } }", { n: 1.5 }],
  ["first beyond an integer", "query ($n: Int) { myPlans(first: $n) { totalCount } }", { n: 2 ** 53 + 1 }],
  ["a cursor of nobody", '{ myPlans(after: "bm9ib2R5") { totalCount } }'],
  [
    "a cursor with a quote",
    `{ myRequests(after: "${Buffer.from("1:req_' OR 1=1").toString("base64url")}") { totalCount } }`,
  ],
  [
    "a cursor of another list",
    `{ catalogue(after: "${Buffer.from("1:nothing").toString("base64url")}") { totalCount } }`,
  ],
  ["an endless cursor", `{ myPlans(after: "${"A".repeat(5000)}") { totalCount } }`],
  ["a deep document", nested(6)],
  [
    "a deep document in fragments",
    `{ product(id: "x") { ...a } } ${times(6, (place) => `fragment ${"abcdefg"[place]} on Product { versions { product { ${place === 5 ? "id" : `...${"abcdefg"[place + 1]}`} } } }`)}`,
  ],
  ["1,001 tokens", `{ viewer { ${times(999, () => "scopes")} } }`],
  ["21 aliases", `{ ${times(21, (place) => `a${place}: viewer { scopes }`)} }`],
  ["21 aliases of __typename", `{ ${times(21, (place) => `a${place}: __typename`)} }`],
  [
    "21 aliases in a fragment",
    `{ viewer { ...f } } fragment f on Viewer { ${times(21, (place) => `a${place}: scopes`)} }`,
  ],
  ["11 directives", `{ viewer { scopes ${times(11, () => "@include(if: true)")} } }`],
  ["an unknown directive", "{ viewer { scopes @upper } }"],
  ["a list of 51", `{ myRequests(filter: { statuses: [${times(51, () => "NEW")}] }) { totalCount } }`],
  [
    "a list of 51 in a variable",
    "query ($f: RequestFilter) { myRequests(filter: $f) { totalCount } }",
    { f: { statuses: Array(51).fill("NEW") } },
  ],
  [
    "two addAgreement",
    `mutation { a: addAgreement(${pair}) { plan { id } } b: addAgreement(${pair}) { plan { id } } }`,
  ],
  [
    "two weighty mutations",
    `mutation { addAgreement(${pair}) { plan { id } } shareRequest(input: { requestId: "x", contacts: [] }) { request { id } } }`,
  ],
  [
    "two addAgreement in fragments",
    `mutation { ...f ...g } fragment f on Mutation { a: addAgreement(${pair}) { plan { id } } } fragment g on Mutation { b: addAgreement(${pair}) { plan { id } } }`,
  ],
  [
    "two addAgreement in one fragment spread twice",
    `mutation { ...f ... on Mutation { b: addAgreement(${pair}) { plan { id } } } } fragment f on Mutation { a: addAgreement(${pair}) { plan { id } } }`,
  ],
  ["a costly page", "{ catalogue(first: 100) { nodes { versions { product { versions { id } } } } } }"],
  [
    "a costly page by a variable",
    "query ($n: Int) { catalogue(first: $n) { nodes { versions { product { versions { id } } } } } }",
    { n: 100 },
  ],
  [
    "a costly page by a default value",
    "query ($n: Int = 100) { catalogue(first: $n) { nodes { versions { product { versions { id } } } } } }",
  ],
  [
    "costly edges and nodes",
    "{ catalogue(first: 100) { nodes { versions { product { id } } } edges { node { versions { product { id } } } } } }",
  ],
  ["costly aliases", `{ ${times(15, (place) => `a${place}: catalogue(first: 100) { nodes { id } }`)} }`],
  [
    "costly fragments",
    `{ ${times(15, (place) => `a${place}: catalogue(first: 100) { ...f }`)} } fragment f on ProductConnection { nodes { id } }`,
  ],
  ["a costly nested list", "{ myRequests(first: 100) { nodes { timeline(first: 100) { nodes { id } } } } }"],
  ["1,000 times __typename", `{ ${times(1000, () => "__typename")} }`],
  [
    "1,000 times __typename in fragments",
    `{ ...f } fragment f on Query { ${times(500, () => "__typename")} ...g } fragment g on Query { ${times(500, () => "__typename")} }`,
  ],
  [
    "overlapping fields that mean different things",
    "{ a: viewer { scopes } a: viewer { canPurchase } viewer: catalogue { totalCount } viewer { scopes } }",
  ],
  ["overlapping fields with other arguments", `{ ${times(19, (place) => `same: product(id: "p${place}") { id }`)} }`],
  [
    "a ladder of fragments, each twice the one before",
    `{ viewer { ...f0 } } ${times(18, (place) => `fragment f${place} on Viewer { ${place === 17 ? "scopes" : `a${place}: account { id } ...f${place + 1} ...f${place + 1}`} }`)}`,
  ],
  ["a ladder of inline fragments", `{ viewer { ${"... on Viewer { ".repeat(200)} scopes ${"} ".repeat(200)} } }`],
  ["a list within a list, 200 deep", `{ nodes(ids: ${"[".repeat(200)}${"]".repeat(200)}) { id } }`],
  ["101 ids", `{ nodes(ids: [${times(101, (place) => `"a${place}"`)}]) { id } }`],
  ["a directive that is repeated", "{ viewer @skip(if: false) @skip(if: false) { scopes } }"],
  ["a definition of a type", "type Planted { id: ID }"],
  ["an object of one-of with two members", '{ request(by: { id: "a", number: "b" }) { id } }'],
  [
    "an object of one-of in a variable with two members",
    "query ($by: RequestBy!) { request(by: $by) { id } }",
    { by: { id: "a", number: "b" } },
  ],
];
