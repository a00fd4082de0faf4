/** The one place that sends a mutation: for the two hooks of this folder and nobody else; `npm run check` holds it. */
import type { ApolloClient, OperationVariables, TypedDocumentNode } from "@apollo/client";

/** What the one field of a mutation answers. */
export type AnswerOf<Data> = NonNullable<Data[keyof Data]>;

/** Apollo's own options, as far as ours use them. */
export type SendOptions<Data> = Pick<
  ApolloClient.MutateOptions<Data>,
  "refetchQueries" | "awaitRefetchQueries" | "fetchPolicy" | "update" | "context"
>;

/** @throws what Apollo throws when there was no answer */
export async function sendMutation<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { refetchQueries, awaitRefetchQueries, fetchPolicy, update, context }: SendOptions<Data> = {},
): Promise<AnswerOf<Data>> {
  const options = { mutation, variables, refetchQueries, awaitRefetchQueries, fetchPolicy, update, context };
  const { data } = await client.mutate(options as ApolloClient.MutateOptions<Data, Variables>);
  const [answer] = Object.values(data ?? {});
  if (answer === undefined || answer === null) throw new Error("A mutation was answered without data.");
  return answer as AnswerOf<Data>;
}
