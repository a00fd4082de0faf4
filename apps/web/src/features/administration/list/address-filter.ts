/** The filters of a list live in the address, so that what was found can be kept, shared and gone back to. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** What the address says of each name; empty text where it says nothing. */
export type AddressFilter<Name extends string> = Readonly<Record<Name, string>>;

export interface FilterState<Name extends string> {
  readonly filter: AddressFilter<Name>;
  readonly change: (name: Name, value: string) => void;
  readonly clear: () => void;
  readonly isNarrowed: boolean;
}

const LONGEST = 200;

/** `names` must be the same list each time. */
export function useAddressFilter<Name extends string>(names: readonly Name[]): FilterState<Name> {
  const [address, setAddress] = useSearchParams();
  const filter = useMemo(
    () =>
      Object.fromEntries(
        names.map((name) => [name, (address.get(name) ?? "").slice(0, LONGEST)]),
      ) as AddressFilter<Name>,
    [address, names],
  );
  const change = useCallback(
    (name: Name, value: string) =>
      setAddress(
        (now) => {
          const next = new URLSearchParams(now);
          if (value.trim() === "") next.delete(name);
          else next.set(name, value.trim());
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setAddress],
  );
  const clear = useCallback(() => setAddress({}, { replace: true, preventScrollReset: true }), [setAddress]);
  return { filter, change, clear, isNarrowed: names.some((name) => filter[name] !== "") };
}

/** The value when it is one of those allowed; an address may say anything. */
export const oneOf = <Value extends string>(allowed: readonly Value[], text: string): Value | undefined =>
  allowed.find((value) => value === text);

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
/** A civil day such as `2027-04-01`, or nothing. */
export const dayIn = (text: string): string | undefined => (DAY.test(text) ? text : undefined);
