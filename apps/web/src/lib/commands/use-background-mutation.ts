/** Mutations that nobody presses a button for: a draft saved while it is typed, a file announced, a purchase asked after, a notice read. They cost, grant, close, remove and send nothing; whoever runs them says what a failure means. */
import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCallback, useRef } from "react";
import { type AnswerOf, type SendOptions, sendMutation } from "./mutation";

/** @throws what Apollo throws when there was no answer */
export const mutateInBackground: <Data, Variables extends OperationVariables>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options?: SendOptions<Data>,
) => Promise<AnswerOf<Data>> = sendMutation;

/** The same within a component; what it returns stays the same from drawing to drawing. */
export function useBackgroundMutation<Data, Variables extends OperationVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  options: SendOptions<Data> = {},
): (variables: Variables) => Promise<AnswerOf<Data>> {
  const client = useApolloClient();
  const latest = useRef(options);
  latest.current = options;
  return useCallback((variables) => sendMutation(client, mutation, variables, latest.current), [client, mutation]);
}
