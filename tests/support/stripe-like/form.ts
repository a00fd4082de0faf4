/** Reads what a Stripe client sends: names with brackets become objects and lists. */

export type Form = { [name: string]: string | Form };

export const readStripeForm = (text: string): Form => {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.replaceAll("]", "").split("[");
    const last = path.pop() ?? name;
    let place = form;
    for (const part of path) {
      const below = place[part];
      const next: Form = typeof below === "object" ? below : {};
      place[part] = next;
      place = next;
    }
    place[last] = value;
  }
  return form;
};

export const textOf = (form: Form, name: string): string | null => {
  const value = form[name];
  return typeof value === "string" ? value : null;
};

export const partOf = (form: Form, name: string): Form => {
  const value = form[name];
  return typeof value === "object" ? value : {};
};

/** Names a call does not know, the first of them; Stripe turns such a call away. */
export const unknownName = (form: Form, known: readonly string[]): string | null =>
  Object.keys(form).find((name) => !known.includes(name)) ?? null;
