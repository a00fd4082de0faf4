/** The client of resumable uploads (tus 1.0): what is used of it, how long it tries, and when it comes (F47). */

/** Each piece is acknowledged: what a proxy or a cut takes away is never more. */
export const PIECE = 32 * 1024 * 1024;
/** Ten minutes of trying, then the person does. */
export const RETRIES: readonly number[] = [500, 1000, 2000, 4000, 8000, ...Array.from({ length: 40 }, () => 15_000)];

/** What of the client is used. */
export type Tus = Pick<typeof import("tus-js-client"), "Upload" | "DetailedError">;
let loading: Promise<Tus> | null = null;
/** With the first file, not with the page. */
export const loadTus = (): Promise<Tus> => {
  loading ??= import("tus-js-client");
  // A load that failed is tried again with the next file.
  loading.catch(() => {
    loading = null;
  });
  return loading;
};

/** The line or the server, not the file. */
export const isPassingTrouble = (status: number): boolean =>
  status === 0 || status >= 500 || status === 409 || status === 423 || status === 429;
