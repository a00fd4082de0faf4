/** The calls of the Stripe-like server, as Stripe documents them for the ones we use. */
import type { Book, LikeIntent } from "./book.js";
import { newName } from "./book.js";
import { type Form, partOf, textOf, unknownName } from "./form.js";
import { amountProblem } from "./presentment.js";

export interface Answer {
  readonly status: number;
  readonly body: object;
  /** False: the call was turned away before anything was done, and nothing is kept under its key. */
  readonly isKept: boolean;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly form: Form;
  readonly key: string | null;
}

const ok = (body: object): Answer => ({ status: 200, body, isKept: true });
export const refusal = (status: number, error: object, isKept = false): Answer => ({ status, body: { error }, isKept });
const invalid = (code: string, param?: string): Answer =>
  refusal(code === "resource_missing" ? 404 : 400, { type: "invalid_request_error", code, param, message: code });

const named = (form: Form): Record<string, string> =>
  Object.fromEntries(Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

const CUSTOMER = ["metadata", "email", "name", "expand"];
const SETUP = ["customer", "usage", "allowed_payment_method_types", "metadata", "expand"];
const INTENT = [
  ...["amount", "currency", "customer", "payment_method", "allowed_payment_method_types", "confirm", "return_url"],
  ...["metadata", "off_session", "expand"],
];
const REFUND = ["payment_intent", "metadata", "amount", "expand"];

/** Null: there is no such call here. */
export const answerCall = (book: Book, call: Call): Answer | null => {
  const [, version, kind, id, what] = call.path.split("/");
  if (version !== "v1" || kind === undefined) return null;
  const route = `${call.method} ${kind}${id === undefined ? "" : "/:id"}${what === undefined ? "" : `/${what}`}`;
  return ROUTES[route]?.(book, call, id ?? "") ?? null;
};

type Route = (book: Book, call: Call, id: string) => Answer;

const ROUTES: Readonly<Record<string, Route>> = {
  "POST customers": (book, { form }) => {
    const strange = unknownName(form, CUSTOMER);
    if (strange !== null) return invalid("parameter_unknown", strange);
    const customer = { id: newName("cus"), object: "customer", metadata: named(partOf(form, "metadata")) };
    book.customers.set(customer.id, customer);
    return ok(customer);
  },
  "GET customers/:id/payment_methods": (book, _call, customer) => {
    if (!book.customers.has(customer)) return invalid("resource_missing", "customer");
    const data = [...book.cards.values()].filter((card) => card.customer === customer);
    return ok({ object: "list", has_more: false, url: "", data: data.map(({ id }) => shownCard(book, id)) });
  },
  "POST setup_intents": (book, { form }) => {
    const strange = unknownName(form, SETUP);
    if (strange !== null) return invalid("parameter_unknown", strange);
    const customer = textOf(form, "customer") ?? "";
    if (!book.customers.has(customer)) return invalid("resource_missing", "customer");
    const id = newName("seti");
    book.setups.set(id, { id, customer, status: "requires_payment_method", paymentMethod: null, error: null });
    return ok(shownSetup(book, id));
  },
  "GET setup_intents/:id": (book, _call, id) =>
    book.setups.has(id) ? ok(shownSetup(book, id)) : invalid("resource_missing", "intent"),
  "POST payment_methods/:id/attach": (book, { form }, id) => {
    const card = book.cards.get(id);
    if (card === undefined) return invalid("resource_missing", "payment_method");
    card.customer = textOf(form, "customer");
    return ok(shownCard(book, id));
  },
  "POST payment_methods/:id/detach": (book, _call, id) => {
    const card = book.cards.get(id);
    if (card === undefined) return invalid("resource_missing", "payment_method");
    if (card.customer === null) return invalid("payment_method_unexpected_state");
    card.customer = null;
    return ok(shownCard(book, id));
  },
  "POST payment_intents": (book, call) => {
    const { form, key } = call;
    const strange = unknownName(form, INTENT);
    if (strange !== null) return invalid("parameter_unknown", strange);
    const customer = textOf(form, "customer") ?? "";
    const paymentMethod = textOf(form, "payment_method") ?? "";
    const amount = Number(textOf(form, "amount"));
    const currency = textOf(form, "currency") ?? "";
    if (!Number.isInteger(amount) || amount < 1) return invalid("parameter_invalid_integer", "amount");
    if (!/^[a-z]{3}$/.test(currency)) return invalid("parameter_missing", "currency");
    const problem = amountProblem(amount, currency);
    if (problem !== null) return invalid(problem, problem === "invalid_currency" ? "currency" : "amount");
    if (book.cards.get(paymentMethod)?.customer !== customer) return invalid("resource_missing", "payment_method");
    const metadata = named(partOf(form, "metadata"));
    const returnUrl = textOf(form, "return_url");
    return shown(book, book.pay({ customer, paymentMethod, amount, currency, metadata, returnUrl, key }));
  },
  "GET payment_intents": (book, { form }) => {
    const own = [...book.intents.values()].filter(({ customer }) => customer === textOf(form, "customer"));
    const data = own.sort((one, other) => other.created - one.created).map((intent) => book.shownIntent(intent));
    return ok({ object: "list", has_more: false, url: "/v1/payment_intents", data });
  },
  "GET payment_intents/:id": (book, _call, id) => {
    const intent = book.intents.get(id);
    return intent === undefined ? invalid("resource_missing", "intent") : ok(book.shownIntent(intent));
  },
  "POST refunds": (book, { form }) => {
    const strange = unknownName(form, REFUND);
    if (strange !== null) return invalid("parameter_unknown", strange);
    const intent = book.intents.get(textOf(form, "payment_intent") ?? "");
    if (intent === undefined) return invalid("resource_missing", "payment_intent");
    if (intent.isRefunded) return invalid("charge_already_refunded");
    if (intent.status !== "succeeded") return invalid("payment_intent_unexpected_state");
    book.giveBack(intent);
    return ok({ id: newName("re"), object: "refund", payment_intent: intent.id, status: "succeeded" });
  },
};

/** A declined payment is an error that carries it, and is kept under its key like any result. */
const shown = (book: Book, intent: LikeIntent): Answer =>
  intent.error === null
    ? ok(book.shownIntent(intent))
    : refusal(
        402,
        { type: "card_error", message: "Declined.", ...intent.error, payment_intent: book.shownIntent(intent) },
        true,
      );

const shownCard = (book: Book, id: string): object => {
  const card = book.cards.get(id);
  const number = card?.number ?? "";
  const brand = number.startsWith("5") ? "mastercard" : "visa";
  return {
    id,
    object: "payment_method",
    type: "card",
    customer: card?.customer ?? null,
    card: { brand, last4: number.slice(-4), exp_month: 12, exp_year: 2030 },
  };
};

const shownSetup = (book: Book, id: string): object => {
  const setup = book.setups.get(id);
  const card = setup?.paymentMethod ?? null;
  return {
    id,
    object: "setup_intent",
    customer: setup?.customer ?? null,
    status: setup?.status,
    client_secret: `${id}_secret_${id}`,
    last_setup_error: setup?.error ?? null,
    payment_method: card === null ? null : shownCard(book, card),
  };
};
