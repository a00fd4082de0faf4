/** How long a text is, and by how much it is too long; code points, as the rule counts. */
import { FormattedMessage } from "react-intl";

export function Counter({ text, limit }: { readonly text: string; readonly limit: number }) {
  const length = [...text].length;
  return (
    <FormattedMessage
      id={length > limit ? "newRequest.counter.over" : "newRequest.counter"}
      values={{ length, limit, over: length - limit }}
    />
  );
}
