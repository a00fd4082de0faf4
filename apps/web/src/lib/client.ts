/** Apollo Client over the cookie session: no token in JavaScript, answers in the person's language. */

import { readableEmail } from "@accord/domain";
import { timelineEntryTypes, userErrorTypes } from "@accord/schema";
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from "@apollo/client";
import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { SetContextLink } from "@apollo/client/link/context";
import { ErrorLink } from "@apollo/client/link/error";
import { relayStylePagination } from "@apollo/client/utilities";
import { OperationTypeNode } from "graphql";
import type { Language } from "./language";
import { liveLink } from "./live";
import { newestFirst } from "./newest-first";

interface ClientOptions {
  readonly language: () => Language;
  /** Called when an answer says that nobody is signed in (any more). */
  readonly onUnauthenticated: () => void;
  /** Another end of the line, for tests and the gallery. */
  readonly link?: ApolloLink;
}

/** Context of operations that handle a lost session themselves, e.g. a draft that must stay on the screen. */
export const KEEPS_PAGE = { keepsPage: true } as const;

/** The cache: identified by id, lists that grow are merged page by page. */
/** Addresses arrive as they are compared (`xn--…`) and are shown in letters; what is sent back is normalised by the API. */
const inLetters = { read: (email?: string | null) => (email == null ? email : readableEmail(email)) };

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: { TimelineEntry: timelineEntryTypes, UserError: userErrorTypes },
    typePolicies: {
      Query: {
        fields: {
          accounts: relayStylePagination(["filter"]),
          agreementImports: relayStylePagination(),
          auditEntries: relayStylePagination(["filter"]),
          managedAgreements: relayStylePagination(["filter"]),
          myPlans: relayStylePagination(),
          myRequests: relayStylePagination(["filter"]),
          notices: relayStylePagination(["isUnread"]),
          purchases: relayStylePagination(),
          queue: relayStylePagination(["filter", "search"]),
        },
      },
      AgreementImport: { fields: { rows: relayStylePagination(["outcome"]) } },
      ManagedAgreement: { fields: { ledger: relayStylePagination() } },
      SupportPlan: { fields: { ledger: relayStylePagination() } },
      SupportRequest: { fields: { timeline: newestFirst() } },
      // An automatic reply that is marked as a message is of another kind from then on, and the same entry.
      TimelineEntry: { keyFields: ({ id }) => `TimelineEntry:${id}` },
      Country: { keyFields: ["code"] },
      SeverityLevel: { keyFields: ["severity"] },
      Viewer: { keyFields: [], fields: { noticePreferences: { merge: false } } },
      PortalSettings: { keyFields: [] },
      // Names of categories and problems repeat between products: they are part of their product.
      Category: { keyFields: false },
      Problem: { keyFields: false },
      // So do those of steps and answers between dialogues, and "yes" leads elsewhere from each question.
      DialogueStep: { keyFields: false },
      DialogueAnswer: { keyFields: false },
      Contact: { keyFields: ["id"], fields: { email: inLetters } },
      Account: { fields: { email: inLetters, claimedEmail: inLetters } },
      AccountSummary: { fields: { email: inLetters } },
      ManagedAccount: { fields: { email: inLetters, claimedEmail: inLetters } },
      AgreementRecipient: { fields: { email: inLetters } },
      AccessAsk: { fields: { accountEmail: inLetters } },
      InvitationLink: { fields: { recipientEmail: inLetters } },
      RequestConfirmation: { fields: { primaryContactEmail: inLetters } },
    },
  });
}

export function createApolloClient({ language, onUnauthenticated, link }: ClientOptions): ApolloClient {
  const inLanguage = new SetContextLink(({ headers }) => ({
    headers: { ...(headers as Record<string, string> | undefined), "accept-language": language() },
  }));
  const onError = new ErrorLink(({ error, operation }) => {
    if (!CombinedGraphQLErrors.is(error)) return;
    const isLost = error.errors.some((one) => one.extensions?.code === "UNAUTHENTICATED");
    if (isLost && operation.getContext().keepsPage !== true) onUnauthenticated();
  });
  const http = new HttpLink({ uri: "/graphql", credentials: "same-origin" });
  const end =
    link ?? ApolloLink.split(({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION, liveLink, http);
  return new ApolloClient({
    link: ApolloLink.from([onError, inLanguage, end]),
    cache: createCache(),
    clientAwareness: { name: "accord-web" },
    devtools: { enabled: import.meta.env.DEV },
  });
}
