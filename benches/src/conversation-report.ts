/** The section of the document about the days after a request was opened. */
import { readFileSync, writeFileSync } from "node:fs";
import { type ConversationResult, LONG_ENTRIES } from "./conversation.js";

const HEADING = "## Conversation";

const fixed = (value: number, digits = 1): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

/** `note`: one sentence more, such as when it was measured. */
export const conversationSection = (
  { posted, created, short, long, deliveries }: ConversationResult,
  note = "",
): string => {
  const [few, many] = deliveries;
  const growth = few === undefined || many === undefined ? Number.NaN : many.p99 / few.p99;
  return [
    HEADING,
    "",
    `100,000 requests, one server, ratios within this run. ${note}`.trim(),
    "",
    "| what | measured | as a ratio |",
    "| --- | --- | --- |",
    `| post a communication, durable, 16 connections | ${fixed(posted.perSecond, 0)}/s, p50 ${fixed(posted.p50)} ms, p99 ${fixed(posted.p99)} ms, ${posted.failures} failures | ${fixed(posted.perSecond / created.perSecond, 2)} of creating a request (${fixed(created.perSecond, 0)}/s) |`,
    `| open a request with ${LONG_ENTRIES} more entries, one connection | p50 ${fixed(long.p50)} ms, p99 ${fixed(long.p99)} ms | ${fixed(long.p50 / short.p50, 2)} of one with 25 (p50 ${fixed(short.p50)} ms) |`,
    ...deliveries.map(
      ({ subscribers, messages, p50, p99, missing }) =>
        `| ${subscribers} subscribers receive one message (${messages} messages) | p50 ${fixed(p50)} ms, p99 ${fixed(p99)} ms, ${missing} not delivered | ${subscribers === many?.subscribers ? `p99 ${fixed(growth, 2)} times that of ${few?.subscribers}` : "—"} |`,
    ),
    "",
  ].join("\n");
};

const NEXT_HEADING = "## Search of the help";

/** Replaces the one section of the document at `path`, and says on which day it was measured. */
export const writeConversation = (path: string, measured: ConversationResult | null): void => {
  if (measured === null) return;
  const [before = "", rest = ""] = readFileSync(path, "utf8").split(NEXT_HEADING);
  const [kept = ""] = before.split(HEADING);
  const day = new Date().toISOString().slice(0, 10);
  const section = conversationSection(measured, `Measured alone on ${day} by \`npm run bench -- --conversation\`.`);
  writeFileSync(path, `${kept.trimEnd()}\n\n${section}\n${NEXT_HEADING}${rest}`);
};
