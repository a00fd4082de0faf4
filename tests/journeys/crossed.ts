/** What crosses the wire while a page loads, as Chromium counts it: headers and body, still compressed. */
import type { Page } from "@playwright/test";

export interface Crossed {
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly encoding: string | undefined;
  /** Bytes of the body alone, as it was sent; 0 where the server does not say. */
  readonly body: number;
  /** Bytes on the wire, headers too, known once it is here. */
  bytes: number;
}

export interface Wire {
  readonly all: () => readonly Crossed[];
  readonly scripts: () => readonly Crossed[];
  /** From now on. */
  forget(): void;
}

const TEXT = /^(text\/|application\/(json|javascript|xml|manifest)|image\/svg)/;

/** Text that was sent as it is and weighs more than `most` bytes. */
export const plainTexts = (wire: Wire, most: number): string[] =>
  wire
    .all()
    .filter(({ type, encoding, bytes }) => TEXT.test(type) && encoding === undefined && bytes > most)
    .map(({ method, url, bytes }) => `${method} ${url}: ${bytes}`);

/** Listens from now on; the browser takes `encodings` alone. */
export const listenToWire = async (page: Page, encodings: readonly ("br" | "gzip")[]): Promise<Wire> => {
  const session = await page.context().newCDPSession(page);
  const crossed = new Map<string, Crossed>();
  const methods = new Map<string, string>();
  await session.send("Network.enable");
  await session.send("Network.setExtraHTTPHeaders", { headers: { "Accept-Encoding": encodings.join(", ") } });
  session.on("Network.requestWillBeSent", ({ requestId, request }) => void methods.set(requestId, request.method));
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name.toLowerCase(), value]));
    crossed.set(requestId, {
      url: response.url,
      method: methods.get(requestId) ?? "",
      type: response.mimeType,
      encoding: headers.get("content-encoding"),
      body: Number(headers.get("content-length") ?? 0),
      bytes: response.fromDiskCache === true ? 0 : response.encodedDataLength,
    });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const one = crossed.get(requestId);
    if (one !== undefined) one.bytes = encodedDataLength;
  });
  const all = (): readonly Crossed[] => [...crossed.values()];
  return {
    all,
    scripts: () => all().filter(({ type }) => /javascript/.test(type)),
    forget: () => crossed.clear(),
  };
};
