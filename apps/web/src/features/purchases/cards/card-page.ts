/** Where a card is entered with Stripe's element: the cards page, loaded whole, because its policy alone lets Stripe in (F25, I-9). */
export const cardPageFor = (returnTo: string): string =>
  `/payment-methods?${new URLSearchParams({ enter: "1", returnTo })}`;
