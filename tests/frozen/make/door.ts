/** Commands through the public door while the frozen database is made: what is refused ends the making. */
import type { Answer, Visitor } from "../../support/visitor.js";

// biome-ignore lint/suspicious/noExplicitAny: each caller knows the selection it asked for.
export type Payload = any;

/** The single payload. @throws what went wrong */
export const did = (answer: Answer): Payload => {
  const [payload] = Object.values((answer.data ?? {}) as Record<string, Payload>);
  if (answer.errors.length > 0 || !payload || (payload.userErrors ?? []).length > 0)
    throw new Error(`the frozen world cannot be made: ${JSON.stringify(answer)}`);
  return payload;
};

/** Carries `field` out; its input type is named after it unless told. */
export const tell = async (
  who: Pick<Visitor, "ask">,
  field: string,
  input: Readonly<Record<string, unknown>>,
  selection = "",
  type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`,
): Promise<Payload> =>
  did(
    await who.ask(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code message path } } }`,
      { input },
    ),
  );
