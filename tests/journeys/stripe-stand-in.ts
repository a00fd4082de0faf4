/** What of Stripe runs in a browser, stood in for: its script with a field for the card, its API's confirmation, its bank's page. Nothing leaves the machine. */
import type { BrowserContext } from "@playwright/test";
import type { StripeLike } from "../support/stripe-like/stripe-like.js";

/** As much of stripe.js as a card page uses; the number goes to Stripe's API and nowhere else. */
const SCRIPT = `window.Stripe = () => ({
  elements: ({ clientSecret }) => ({
    clientSecret,
    create: () => ({
      mount: (place) => {
        const label = document.createElement("label");
        label.textContent = "Card number ";
        label.append(Object.assign(document.createElement("input"), { id: "stand-in-number" }));
        place.append(label);
      },
    }),
  }),
  confirmSetup: async ({ elements, confirmParams }) => {
    const number = document.getElementById("stand-in-number").value;
    const body = JSON.stringify({ clientSecret: elements.clientSecret, number });
    const answer = await fetch("https://api.stripe.com/v1/confirm", { method: "POST", body });
    if (!answer.ok) return { error: { message: "Your card number is incomplete." } };
    const back = new URL(confirmParams.return_url);
    back.searchParams.set("redirect_status", "succeeded");
    location.assign(back);
    return await new Promise(() => {});
  },
});`;

/** Answers every address of Stripe's in this browser; `portal` is told of what the bank decides, as Stripe tells it. */
export const standInForStripe = async (context: BrowserContext, like: StripeLike, portal: string): Promise<void> => {
  await context.route("https://js.stripe.com/**", (route) =>
    route.fulfill({ contentType: "text/javascript", body: SCRIPT }),
  );
  await context.route("https://api.stripe.com/v1/confirm", (route) => {
    const { clientSecret, number } = route.request().postDataJSON() as { clientSecret: string; number: string };
    const isWhole = /^\d{16}$/.test(number);
    if (isWhole) like.book.enterCard(clientSecret.split("_secret_")[0] ?? "", number);
    return route.fulfill({ status: isWhole ? 200 : 402, headers: { "access-control-allow-origin": "*" }, body: "{}" });
  });
  await context.route(`${like.settings.apiBase}/challenges/*`, async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const intent = like.book.intents.get(pathname.split("/").at(-1) ?? "");
    if (intent === undefined) return route.fulfill({ status: 404, body: "" });
    if (!searchParams.has("answer"))
      return route.fulfill({ contentType: "text/html", body: `<a href="?answer=yes">It is me</a>` });
    like.book.answer(intent.id, true);
    const event = like.book.events.at(-1);
    if (event !== undefined) await like.deliver(portal, event);
    return route.fulfill({ status: 303, headers: { location: intent.returnUrl ?? portal } });
  });
};
