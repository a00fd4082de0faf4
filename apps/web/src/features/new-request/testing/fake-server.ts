/** A stand-in server for the flow: keeps drafts with revisions, judges plans by a list, remembers every call. */
import type { DraftContent } from "@accord/domain";
import { ApolloLink, type FetchResult } from "@apollo/client";
import { GraphQLError } from "graphql";
import { Observable } from "rxjs";
import { BLANK, EARLIER_REQUESTS, GOLD, PRODUCTS, START } from "./flow-fixtures";

type Variables = Record<string, unknown>;
interface Call {
  readonly name: string;
  readonly variables: Variables;
}

export interface FakeServer {
  readonly link: ApolloLink;
  readonly calls: Call[];
  draft: { revision: number; content: DraftContent } | null;
  start: typeof START;
  plans: (productVersionId: string) => { availablePlans: object[]; unavailablePlans: object[] };
  /** Answers of single operations, instead of the usual ones; throwing is a failed call. */
  answers: Record<string, (variables: Variables) => object>;
  isDown: boolean;
  readonly lastInput: (name: string) => Variables;
  readonly count: (name: string) => number;
}

const typed = (content: DraftContent) => ({
  ...content,
  __typename: "DraftContent",
  primaryContact: content.primaryContact && { ...content.primaryContact, __typename: "DraftContact" },
  additionalContacts: content.additionalContacts.map((contact) => ({ ...contact, __typename: "DraftContact" })),
  answers: content.answers.map((answers) => ({
    ...answers,
    __typename: "DraftAnswers",
    values: answers.values.map((answer) => ({ ...answer, __typename: "DraftAnswer" })),
  })),
  dialogueWalk: content.dialogueWalk && {
    ...content.dialogueWalk,
    __typename: "DialogueWalk",
    steps: content.dialogueWalk.steps.map((move) => ({
      answerId: null,
      value: null,
      ...move,
      __typename: "DialogueMove",
    })),
  },
});
export const userError = (typename: string, code: string, path: readonly string[] | null, extra: object = {}) => ({
  __typename: typename,
  code,
  message: `Message of ${code}`,
  remedy: `Remedy of ${code}`,
  path,
  ...extra,
});
const notFound = (): never => {
  throw new GraphQLError("not found", { extensions: { code: "NOT_FOUND" } });
};

export function fakeServer(content: DraftContent | null = BLANK): FakeServer {
  const stored = () => {
    const draft = server.draft ?? notFound();
    return {
      __typename: "RequestDraft",
      id: "drf_1",
      revision: draft.revision,
      updatedAt: "2026-11-23T08:30:00.000Z",
      content: typed(draft.content),
    };
  };
  const save = ({ revision, content: next }: { revision?: number; content: DraftContent }) => {
    const isStale = revision !== undefined && revision !== server.draft?.revision;
    if (isStale)
      return {
        saveDraft: {
          __typename: "SaveDraftPayload",
          draft: null,
          userErrors: [userError("InputError", "CHANGED_MEANWHILE", null)],
        },
      };
    server.draft = { revision: (server.draft?.revision ?? 0) + 1, content: next };
    return { saveDraft: { __typename: "SaveDraftPayload", draft: stored(), userErrors: [] } };
  };
  const search = (text: string) => {
    const nodes = PRODUCTS.flatMap((product) => product.versions.map((version) => ({ ...version, product }))).filter(
      ({ name }) => name.toLowerCase().includes(text.toLowerCase()),
    );
    return { productVersions: { __typename: "ProductVersionConnection", nodes } };
  };
  const usual: Record<string, (variables: never) => object> = {
    FlowStart: () => server.start,
    FlowFirstResponse: () => ({ expectedFirstResponse: "2026-11-23T12:30:00.000Z" }),
    CoverageResponse: () => ({ expectedFirstResponse: "2026-11-23T16:30:00.000Z" }),
    CoveragePrices: () => ({
      incidentOffers: {
        __typename: "IncidentOffers",
        offers: [
          {
            __typename: "IncidentOffer",
            id: "one",
            packSize: 1,
            amountMinor: 49900,
            currencyCode: "EUR",
            isUsable: true,
          },
        ],
      },
    }),
    FlowDrafts: () => ({ myDrafts: server.draft ? [stored()] : [] }),
    FlowDraft: () => ({ draft: stored() }),
    SaveFlowDraft: ({ input }: { input: { revision?: number; content: DraftContent } }) => save(input),
    SearchVersions: ({ search: text }: { search: string }) => search(text),
    ChosenProduct: ({ id }: { id: string }) => ({
      product: PRODUCTS.find((product) => product.id === id) ?? notFound(),
    }),
    ProblemDialogue: () => ({ dialogue: null }),
    OpenAlready: () => ({ myRequests: { __typename: "RequestConnection", totalCount: 0, nodes: [] } }),
    ProblemQuestions: () => ({ problemForm: null }),
    PlansForVersion: ({ productVersionId }: { productVersionId: string }) => server.plans(productVersionId),
    EarlierContacts: () => ({ myRequests: { __typename: "SupportRequestConnection", nodes: EARLIER_REQUESTS } }),
    PairsForPortal: ({ productVersionId }: { productVersionId: string }) => server.plans(productVersionId),
  };
  const answer = ({ name, variables }: Call): object => {
    if (server.isDown) throw new TypeError("Failed to fetch");
    const make = (server.answers[name] ?? usual[name]) as ((variables: Variables) => object) | undefined;
    if (!make) throw new Error(`The stand-in server does not know ${name}.`);
    return make(variables);
  };
  const link = new ApolloLink(
    (operation) =>
      new Observable<FetchResult>((observer) => {
        const call = { name: operation.operationName ?? "", variables: structuredClone(operation.variables) };
        server.calls.push(call);
        queueMicrotask(() => {
          try {
            observer.next({ data: answer(call) as Record<string, unknown> });
          } catch (error) {
            if (error instanceof GraphQLError) observer.next({ data: null, errors: [error.toJSON()] });
            else return observer.error(error);
          }
          observer.complete();
        });
      }),
  );
  const server: FakeServer = {
    link,
    calls: [],
    draft: content && { revision: 3, content },
    start: START,
    plans: () => ({ availablePlans: [{ __typename: "AvailablePlan", plan: GOLD, checks: [] }], unavailablePlans: [] }),
    answers: {},
    isDown: false,
    lastInput: (name) => (server.calls.findLast((call) => call.name === name)?.variables.input ?? {}) as Variables,
    count: (name) => server.calls.filter((call) => call.name === name).length,
  };
  return server;
}
