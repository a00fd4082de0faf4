/** Addresses of ours after the key they are made with was turned (F50, K9). */
import { expect, test } from "vitest";
import { createMailAddresses } from "./addresses.js";

const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const ORIGIN = "http://localhost";
const SUFFIX = "0".repeat(26);

test("F50, K9: an address made with an older key is still ours, and none without it; new ones are made with the new key", () => {
  const [before, after, alone] = [[OLD], [NEW, [OLD]], [NEW]].map(([key, older]) =>
    createMailAddresses(key as Buffer, ORIGIN, older as Buffer[] | undefined),
  );
  const localOf = (address = ""): string => address.slice(0, address.indexOf("@"));
  const bounce = localOf(before?.bounceAddress("x.example", `msg_${SUFFIX}`));
  expect([after?.read(bounce), alone?.read(bounce)]).toEqual([{ kind: "bounce", messageId: `msg_${SUFFIX}` }, null]);
  const reply = before?.read(localOf(before.replyAddress("x.example", "req_1", `con_${SUFFIX}`)));
  const signature = reply?.kind === "reply" ? reply.signature : "";
  const isReply = [after, alone].map((one) => one?.isReplyOf(signature, "req_1", `con_${SUFFIX}`));
  expect(isReply).toEqual([true, false]);
  expect(after?.bounceAddress("x.example", `msg_${SUFFIX}`)).toBe(alone?.bounceAddress("x.example", `msg_${SUFFIX}`));
});
