/** Names one intention, so that sending it twice does it once. Works without a secure context too (plain http in a closed network). */
export const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
