/** The sentence of a reason, formatted as the product does, remembered by code and parameters. */
import { messageOf, type UnavailabilityReason, writeDays } from "@accord/domain";
import { createIntl } from "@formatjs/intl";

const known = new Map<string, string>();
const intl = createIntl({ locale: "en", messages: {}, onError: () => undefined });
const days = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

/** English; `on` and `…On` are written out. */
export const sentenceOf = (reason: UnavailabilityReason): string => {
  const key = `${reason.code}${JSON.stringify(reason.params)}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const params = writeDays(reason.params, (day) => (day === "" ? "" : days.format(new Date(`${day}T00:00:00Z`))));
  const text = intl.formatMessage({ id: reason.code, defaultMessage: messageOf("en", reason.code).message }, params);
  known.set(key, text);
  return text;
};
