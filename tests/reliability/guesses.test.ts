/** K4, A-5: guesses (ten thousand in the long form) of ID pairs through the public door, by twenty accounts that do as they are told by nobody. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "../support/test-server.js";
import { isLong } from "../support/tier.js";
import { addAgreement, issueAgreement, newcomer, type Visitor } from "../support/visitor.js";

const ADD = `mutation ($input: AddAgreementInput!) { addAgreement(input: $input) { plan { id } userErrors { code } } }`;
const ACCOUNTS = 20;
const GUESSES = isLong ? 10_000 : 2_000;
/** Less than a window of the accounts' wall. */
const LASTING_MS = 14 * 60_000;
const AT_ONCE = 40;

describe("guesses", () => {
  let server: TestServer;
  const guessers: Visitor[] = [];
  beforeAll(async () => {
    server = await startTestServer({ seed: "reference" });
    for (let count = 0; count < ACCOUNTS; count += 1) guessers.push(await newcomer(server));
  }, 60_000);
  afterAll(() => server.stop());

  it(`K4: of ${GUESSES} by 20 accounts at most 120 are judged, and a colleague at the same address is let in within a minute`, async () => {
    const colleague = await newcomer(server);
    const pair = await issueAgreement(server);
    let judged = 0;
    const waits = new Set<number>();
    for (let sent = 0; sent < GUESSES; sent += AT_ONCE) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, (_unused, place) =>
          guessers[(sent + place) % ACCOUNTS]?.ask(ADD, {
            input: { accessId: "NOB-0000-0001", agreementId: String(1_000_000_000 + sent + place) },
          }),
        ),
      );
      for (const answer of answers) {
        if (answer?.data?.addAgreement != null) judged += 1;
        const wait = answer?.errors[0]?.extensions.retryAfter;
        if (wait !== undefined) waits.add(wait);
      }
      server.clock.advance((LASTING_MS * AT_ONCE) / GUESSES);
    }
    expect(judged).toBeLessThanOrEqual(120);
    expect(judged).toBeGreaterThanOrEqual(20);
    expect(waits.size).toBeGreaterThan(3);
    const first = await colleague.ask(ADD, { input: { accessId: pair.accessId, agreementId: pair.agreementId } });
    const wait = first.errors[0]?.extensions.retryAfter ?? 0;
    expect(wait).toBeLessThanOrEqual(60);
    server.clock.advance(wait * 1000);
    await addAgreement(colleague, pair);
  }, 300_000);
});
