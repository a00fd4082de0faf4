/** The filters of a list live in the address, so that what it shows can be kept, shared and gone back to. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** Whatever was typed. */
export const TEXT = /./;
/** A civil day such as `2027-04-01`. */
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What an address may say of each name: one of a list, or what fits a pattern. `view` is which list it is: it narrows nothing. */
export type FilterNames = Readonly<Record<string, readonly string[] | RegExp>>;

/** What the address says of each name; empty text where it says nothing, or nothing that is allowed. */
export type AddressFilter<Names extends FilterNames> = {
  readonly [Name in keyof Names]: (Names[Name] extends readonly (infer Value extends string)[] ? Value : string) | "";
};
type Patch = Readonly<Record<string, string>>;

export interface FilterState<Names extends FilterNames> {
  readonly filter: AddressFilter<Names>;
  readonly change: (name: keyof Names & string, value: string) => void;
  /** The address of the list with these choices, its question mark included; empty where nothing is chosen. */
  readonly addressOf: (choices: { readonly [Name in keyof Names]?: string }) => string;
  readonly clear: () => void;
  readonly isNarrowed: boolean;
}

const LONGEST = 200;

/** `names` must be the same object each time. */
export function useAddressFilter<Names extends FilterNames>(names: Names): FilterState<Names> {
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(() => readFilter(names, address), [address, names]);
  const put = useCallback(
    (choices: Patch) => setAddress((now) => changeAddress(now, choices), { replace: true, preventScrollReset: true }),
    [setAddress],
  );
  const narrowing = Object.keys(names).filter((name) => name !== "view");
  return {
    filter,
    change: useCallback((name, value) => put({ [name]: value }), [put]),
    addressOf: (choices) => {
      const next = changeAddress(address, choices as Patch);
      return next.size === 0 ? "" : `?${next}`;
    },
    clear: () => put(Object.fromEntries(narrowing.map((name) => [name, ""]))),
    isNarrowed: narrowing.some((name) => filter[name] !== ""),
  };
}

function readFilter<Names extends FilterNames>(names: Names, address: URLSearchParams): AddressFilter<Names> {
  const read = ([name, allowed]: [string, readonly string[] | RegExp]) => {
    const text = (address.get(name) ?? "").trim().slice(0, LONGEST);
    const isAllowed = allowed instanceof RegExp ? allowed.test(text) : allowed.includes(text);
    return [name, isAllowed ? text : ""] as const;
  };
  return Object.fromEntries(Object.entries(names).map(read)) as AddressFilter<Names>;
}

function changeAddress(address: URLSearchParams, choices: Patch): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [name, value] of Object.entries(choices)) {
    if (value.trim() === "") next.delete(name);
    else next.set(name, value.trim());
  }
  return next;
}
