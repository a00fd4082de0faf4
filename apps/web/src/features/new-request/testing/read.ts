/** What a person reads off a control. */

/** The value of a field; throws for anything else, so that a wrong element fails the test. */
export function fieldValue(element: Element): string {
  if (
    element instanceof HTMLInputElement ||
    element instanceof HTMLSelectElement ||
    element instanceof HTMLTextAreaElement
  )
    return element.value;
  throw new TypeError(`<${element.localName}> has no value`);
}

export const isInvalid = (element: Element): boolean => element.getAttribute("aria-invalid") === "true";
export const isChecked = (element: Element): boolean => element instanceof HTMLInputElement && element.checked;
export const textOf = (element: Element): string => (element.textContent ?? "").replace(/\s+/g, " ").trim();
