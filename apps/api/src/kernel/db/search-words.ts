/** A request's text as words of the search index: cut by the domain, in one way, so that both engines find the same (F41, K8). */
import { indexedWords } from "@accord/domain";

/** What an index row holds at most. */
const MOST_WORDS = 4000;

/** What is searched of a request: number, title and description. */
export const wordsOf = (request: {
  readonly number: string;
  readonly title: string;
  readonly description: string;
}): string[] => indexedWords(`${request.number} ${request.title} ${request.description}`, MOST_WORDS);
