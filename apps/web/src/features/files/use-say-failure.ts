/** What went wrong with an upload, as a sentence. */
import { useRefusalText } from "../../lib/refusal-text";

export function useSayFailure(): (error: unknown) => string {
  const refusalText = useRefusalText();
  return (error) => {
    const { message, remedy } = refusalText(error);
    return `${message} ${remedy}`;
  };
}
