/** English sentences about buying incidents; ICU text. */
import type { PurchaseMessages } from "./message.js";

export const purchasesEn = {
  declines: {
    card_declined: "The bank declined this card and gave no reason. Ask your bank, or use another card.",
    insufficient_funds: "There is not enough money on this card. Use another one.",
    expired_card: "This card has expired. Add a card that is still valid.",
    incorrect_cvc: "The security code of this card is wrong. Add the card again with the right code.",
    authentication_failed: "Your bank did not get its confirmation. Try again and answer the question of your bank.",
    processing_error: "The card could not be processed. You were not charged; try again in a moment.",
  },
  notSold: {
    NOT_SOLD_IN_REGION:
      "{incidents, plural, =1 {Single incidents are not sold in your region.} other {The pack of # incidents is not sold in your region.{single, select, yes { Single incidents can be bought one by one.} other {}}}}",
    NO_PRICE: "There is no price for it in your region yet.",
  },
  nothingSold: {
    PORTAL: {
      message: "This portal does not sell incidents.",
      remedy: "Add a support agreement, or ask your support vendor how to buy support.",
    },
    PLACE_UNKNOWN: {
      message: "What can be bought depends on your country, which is not known yet.",
      remedy: "Complete your profile or choose a country on the list.",
    },
    PLACE: {
      message: "No incidents are sold in your country.",
      remedy: "Add a support agreement, or ask your support vendor how to buy support.",
    },
  },
  taxes: { VAT: "VAT", GST: "GST", CONSUMPTION_TAX: "Consumption tax" },
  advice: {
    pack: "You used {used, plural, one {# incident} other {# incidents}} in the last 12 months: at that pace you will use the whole pack, and it costs less than single incidents.",
    single:
      "{used, plural, =0 {You used no incident in the last 12 months.} one {You used # incident in the last 12 months.} other {You used # incidents in the last 12 months.}} At that pace {unused, plural, one {# incident of the pack} other {# incidents of the pack}} would lapse unused after a year. The pack pays from {breakEven, plural, one {# incident} other {# incidents}} a year: buy a single incident unless you are sure.",
    never: "Single incidents cost no more than the pack: buy them one by one.",
  },
} satisfies PurchaseMessages;
