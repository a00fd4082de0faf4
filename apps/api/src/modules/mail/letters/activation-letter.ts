/** The reminder that an agreement waits to be activated: to whom it was issued, without any ID (R56, S17). */
import { planStateAt } from "@accord/domain";
import type { ManagedPlan } from "../../agreements/module.js";
import { tell, tellDay } from "../messages/index.js";
import { type Letter, type Reader, write } from "./letter.js";
import type { Words } from "./words.js";

/** Null when nobody has to be reminded any more: activated, lapsed, withdrawn, or no address is known. */
export const writeActivationReminder = (
  plan: ManagedPlan,
  { publicOrigin, now }: { readonly publicOrigin: string; readonly now: number },
): Letter | null => {
  const { redeemBy, recipient, programme } = plan;
  if (redeemBy === null || planStateAt(plan, now) !== "ISSUED" || !recipient?.email) return null;
  const reader: Reader = { to: recipient.email, language: recipient.language, timeZone: plan.timeZone };
  const { language } = reader;
  const day = tellDay(language, redeemBy);
  const words: Words = {
    subject: tell(language, "activationSubject", { day }),
    title: tell(language, "activationTitle"),
    lead: tell(language, "activationLead", {
      day,
      end: tellDay(language, plan.endsOn),
      basis: plan.termBasis ?? "ACTIVATION",
    }),
    facts: [
      [tell(language, "plan"), language === "ro" ? programme.nameRo : programme.name],
      [
        tell(language, "activationIncluded"),
        plan.incidentsTotal === null
          ? tell(language, "unlimited")
          : tell(language, "incidents", { count: plan.incidentsTotal }),
      ],
      [tell(language, "activationBy"), day],
    ],
    button: { label: tell(language, "activationLink"), url: `${publicOrigin}/activate` },
    notes: [tell(language, "activationNote")],
    footer: [tell(language, "automatic")],
    marker: null,
  };
  return {
    to: reader.to,
    ...write(reader, words),
    requestId: null,
    contactId: null,
    unsubscribeUrl: null,
    stranger: null,
    sharesWith: null,
  };
};
