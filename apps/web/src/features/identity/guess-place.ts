/** First guess of country and time zone: what the account says, else where the browser seems to be. */
import type { ProfileChoicesQuery } from "./profile.generated";

export type CountryChoice = ProfileChoicesQuery["countries"][number];

export interface Place {
  readonly country: string;
  readonly timeZone: string;
}

interface Hints {
  readonly country: string | null;
  readonly timeZone: string | null;
  /** The browser's zone and languages. */
  readonly browserZone: string;
  readonly browserLanguages: readonly string[];
}

/** The zone decides the country: a browser's language is a weaker sign of where somebody is. Empty text: unknown. */
export function guessPlace(countries: readonly CountryChoice[], hints: Hints): Place {
  const zone = hints.timeZone ?? hints.browserZone;
  const named = countries.find((country) => country.code === hints.country);
  const region = hints.browserLanguages
    .map((tag) => tag.split("-")[1]?.toUpperCase())
    .find((code) => code !== undefined);
  const candidates = countries.filter((country) => country.timeZones.includes(zone));
  const country =
    named ??
    candidates.find((one) => one.code === region) ??
    candidates[0] ??
    countries.find((one) => one.code === region);
  if (country === undefined) return { country: "", timeZone: zone };
  const fits = country.timeZones.includes(zone) || hints.timeZone !== null;
  return { country: country.code, timeZone: fits ? zone : defaultZone(country) };
}

/** The zone to begin with once a country is chosen. */
export const defaultZone = (country: CountryChoice): string => country.defaultTimeZone ?? country.timeZones[0] ?? "";
