/** The port where answers and returned mails come in: takes mail for signed addresses of ours alone, never relays (F50, E24, I-7). */

import type { AddressInfo } from "node:net";
import { MINUTE } from "@accord/domain";
import type { SMTPServerDataStream, SMTPServerSession } from "smtp-server";
import { closeBesides, listenAt } from "../../../kernel/http/listen.js";
import { destinationOf, receive } from "./receive.js";
import type { Destination, Receiver, Reception } from "./receiver.js";

export interface InboundListener {
  readonly port: number;
  close(): Promise<void>;
}

/** Bytes of one mail, attachments and all. */
const LARGEST = 25 * 1024 ** 2;
const CLIENTS = 20;
const IDLE = MINUTE;

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });
const UNKNOWN = "5.1.1 No such recipient, or no contact of the request any more";
const ANSWERS: Readonly<Record<Exclude<Reception, "DONE">, Error>> = {
  GONE: refusal(550, UNKNOWN),
  CLOSED: refusal(554, "5.7.1 The support request takes no messages any more; open it in the portal"),
  BUSY: refusal(450, "4.7.1 Too many messages in an hour; try again later"),
};

/** Answers `451` and keeps nothing when something fails: the other mail server comes back. */
export const listenForMail = async (
  { port, domain, bind }: { readonly port: number; readonly domain: string; readonly bind: readonly string[] },
  receiver: Receiver,
): Promise<InboundListener> => {
  const { SMTPServer } = await import("smtp-server");
  const destinations = new WeakMap<SMTPServerSession, Map<string, Destination>>();
  const findDestination = async (address: string, session: SMTPServerSession): Promise<boolean> => {
    const at = address.lastIndexOf("@");
    if (address.slice(at + 1).toLowerCase() !== domain) return false;
    const destination = await destinationOf(receiver, address.slice(0, at));
    if (destination === null) return false;
    const known = destinations.get(session) ?? new Map<string, Destination>();
    destinations.set(session, known.set(address.toLowerCase(), destination));
    return true;
  };
  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const raw = await readAll(stream);
    if (raw === null)
      throw refusal(552, "5.3.4 The mail is larger than 25 MiB; add the files on the page of the request");
    const { mailFrom, rcptTo } = session.envelope;
    const from = mailFrom === false ? "" : mailFrom.address;
    for (const { address } of rcptTo) {
      const destination = destinations.get(session)?.get(address.toLowerCase());
      if (destination === undefined) continue;
      const reception = await receive(receiver, destination, raw, from);
      if (reception !== "DONE") throw ANSWERS[reception];
    }
  };
  const answer = (work: Promise<unknown>, callback: (error?: Error | null) => void): void => {
    work.then(
      () => callback(),
      (error: Error & { responseCode?: number }) => {
        if (error.responseCode !== undefined) return callback(error);
        receiver.log.error({ err: error }, "an incoming mail could not be taken");
        callback(refusal(451, "4.3.0 Try again later"));
      },
    );
  };
  const server = new SMTPServer({
    name: domain,
    banner: "Accord",
    size: LARGEST,
    maxClients: CLIENTS,
    socketTimeout: IDLE,
    // Behind a mail server that speaks to the world; nobody signs in here.
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, session, callback) => {
      // One recipient a mail: an answer belongs to one request.
      if (session.envelope.rcptTo.length > 0) return callback(refusal(452, "4.5.3 One recipient at a time"));
      answer(
        findDestination(address, session).then((isKnown) => {
          if (!isKnown) throw refusal(550, UNKNOWN);
        }),
        callback,
      );
    },
    onData: (stream, session, callback) => answer(take(stream, session), callback),
  });
  server.on("error", (error) => receiver.log.error({ err: error }, "incoming mail"));
  await listenAt(server.server, port, bind);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: async () => {
      await Promise.all([new Promise<void>((resolve) => server.close(() => resolve())), closeBesides(server.server)]);
    },
  };
};

/** Null when it is too large; the rest is read and thrown away, as SMTP asks. */
const readAll = async (stream: SMTPServerDataStream): Promise<Buffer | null> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= LARGEST) parts.push(part);
  }
  return size > LARGEST || stream.sizeExceeded ? null : Buffer.concat(parts);
};
