/** Hostile text in every field, looked at by everybody who gets to see it: shown as text, run by nothing (I-2, I-6). */
import { expect, type Page, test } from "@playwright/test";
import { HOSTILE_MARKUP } from "../support/hostile-markup.js";
import { HOSTILE_TEXTS } from "../support/hostile-values.js";
import { issueAgreement } from "./issue-agreement.js";
import { Person } from "./person.js";
import { expectHarmless, watch } from "./watch.js";

test.describe.configure({ mode: "serial" });

/** As the signed-in person of this page; refusals end the story. */
const ask = async (page: Page, command: string, input: Record<string, unknown>, answer: string) => {
  const name = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input!`;
  const query = `mutation ($input: ${name}) { ${command}(input: $input) { ${answer} userErrors { code path } } }`;
  const body = await page.evaluate(
    async (sent) => {
      const headers = { "content-type": "application/json" };
      return (await fetch("/graphql", { method: "POST", headers, body: JSON.stringify(sent) })).json();
    },
    { query, variables: { input } },
  );
  const payload = body.data?.[command];
  expect(payload?.userErrors, `${command}: ${JSON.stringify(body).slice(0, 500)}`).toEqual([]);
  return payload;
};

/** Several to a field, none of them cut. */
const packed = (texts: readonly string[], max: number, between: string): string[] => {
  const rows: string[] = [];
  for (const text of texts) {
    const longer = `${rows.at(-1) ?? ""}${between}${text}`;
    if (rows.length > 0 && [...longer].length <= max) rows[rows.length - 1] = longer;
    else rows.push(text);
  }
  return rows;
};

/** What may be stored at all: PostgreSQL keeps no NUL, nobody types a control character, half a character is none. */
const storable = HOSTILE_TEXTS.filter(
  (text) => text.trim() !== "" && !/[\p{Cc}\p{Cs}]/u.test(text) && text.length < 190,
);
const MARK = "Hostile";
const TITLES = packed([...HOSTILE_MARKUP, ...storable], 190, " · ").map((text) => `${MARK} ${text}`);
const LONG = packed([...HOSTILE_MARKUP, ...storable], 4000, "\n\n");
const FILES = [...HOSTILE_MARKUP.filter((_, at) => at % 20 === 0), "invoice\u202egpj.exe", "../../../x.html"];

const shownAs = (text: string): string =>
  text.replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, (one) => {
    return `⟦U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`;
  });

const attach = async (page: Page, requestId: string, name: string): Promise<string> => {
  const content = "<!doctype html><script>window.__x=1</script>";
  const announced = { requestId, name, size: content.length, mediaType: "" };
  const { attachment, uploadUrl } = await ask(
    page,
    "createAttachmentUpload",
    announced,
    "attachment { id } uploadUrl headers { name value }",
  );
  const status = await page.evaluate(
    async ([url, body]) => {
      const headers = {
        "tus-resumable": "1.0.0",
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
      };
      return (await fetch(url ?? "", { method: "PATCH", headers, body })).status;
    },
    [uploadUrl as string, content],
  );
  expect(status).toBe(204);
  return attachment.id;
};

const GIVEN = `"><img src=x onerror=window.__x=1>`;
const FAMILY = "<svg onload=window.__x=1>\u202ețuca";

test("I-6: the watch sees what a payload would do", async ({ page, baseURL }) => {
  const wrong = await watch(page, new URL(baseURL ?? "").origin);
  await page.goto("/help");
  await expectHarmless(page, wrong);
  await page.evaluate(() => {
    const message = document.createElement("div");
    message.setAttribute("data-message", "");
    const made = document.createElement("img");
    const link = document.createElement("a");
    link.setAttribute("href", "javascript:window.__x=1");
    message.append(made, link);
    document.body.append(message);
    made.setAttribute("src", "https://evil.example/pixel.png");
    try {
      made.setAttribute("onerror", "window.__x=1");
    } catch {
      // Trusted types keep it out, and tell of it.
    }
  });
  await expect.poll(() => wrong.join("\n")).toContain("blocked by img-src: https://evil.example/pixel.png");
  await expect.poll(() => wrong.join("\n")).toContain("blocked by require-trusted-types-for");
  await expect(expectHarmless(page, [])).rejects.toThrow(/element: <img(.|\n)*address: <a/);
  await page.evaluate(() => Object.assign(window, { __x: 1 }));
  await expect.poll(() => wrong.join("\n")).toContain("a payload ran");
});

test("I-2, I-6, R80, R82, R90, R92, F41, F42, F47, browser en: names, titles, descriptions, messages, notes, files and searches that are markup or turn the writing are shown as text to contact, colleague and engineer", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(480_000);
  const origin = new URL(baseURL ?? "").origin;
  const wrong = await watch(page, origin);
  const owner = new Person(page);
  const stamp = Date.now();
  const email = `hostile.${stamp}@carpatia.example`;
  await owner.signInAsNew({ givenName: GIVEN, familyName: FAMILY, email, kind: "work" }, "/plans");
  await owner.completeProfile();
  const pair = issueAgreement("visual-studio-enterprise", ["--incidents", "unlimited"]);
  const { accessId, agreementId } = pair;
  const { plan } = await ask(page, "addAgreement", { accessId, agreementId }, "plan { id }");

  const requestIds: string[] = [];
  for (const [at, title] of TITLES.entries()) {
    const others = HOSTILE_MARKUP.slice(at * 5, at * 5 + 5).map((name, place) => ({
      givenName: name,
      familyName: name,
      email: `other.${stamp}.${at}.${place}@carpatia.example`,
    }));
    const elena = { givenName: "Elena", familyName: "Stan", email: "elena.stan@transilvan.example" };
    const { confirmation } = await ask(
      page,
      "createRequest",
      {
        idempotencyKey: `hostile-${stamp}-${at}`,
        productVersionId: "windows-server-2025",
        categoryId: "active-directory",
        problemId: "account-lockouts",
        title,
        description: LONG[at % LONG.length],
        planId: plan.id,
        severity: "MINIMAL",
        country: "RO",
        timeZone: "Europe/Bucharest",
        primaryContact: { givenName: GIVEN, familyName: FAMILY, email, isSelf: true },
        additionalContacts: at < 3 ? [...others, elena] : others,
      },
      "confirmation { requestId }",
    );
    requestIds.push(confirmation.requestId);
  }
  const [first = "", ...rest] = requestIds;
  for (const text of LONG) await ask(page, "addCommunication", { requestId: first, text }, "entry { id }");
  const attachmentIds: string[] = [];
  for (const name of FILES) attachmentIds.push(await attach(page, first, name));
  await ask(page, "addAttachments", { requestId: first, attachmentIds }, "request { id }");
  await ask(
    page,
    "createSeverityAsk",
    { requestId: first, severity: "MODERATE", reason: TITLES.slice(0, 8).join("\n") },
    "request { id }",
  );
  await ask(page, "saveDraft", { content: { title: TITLES[1], description: LONG[0] } }, "draft { id }");

  // The engineer answers in kind.
  const engineers = await (await browser.newContext({ baseURL })).newPage();
  const wrongThere = await watch(engineers, origin);
  const petra = new Person(engineers);
  await petra.signIn("u-novak", "/queue");
  await ask(engineers, "takeRequest", { requestId: first }, "request { id }");
  for (const isInternal of [false, true])
    for (const text of LONG)
      await ask(engineers, "addCommunication", { requestId: first, text, isInternal }, "entry { id }");
  for (const text of HOSTILE_MARKUP.slice(0, 4))
    await ask(engineers, "saveCannedReply", { title: text, text, language: "EN" }, "reply { id }");
  await ask(engineers, "saveView", { name: HOSTILE_MARKUP[1] ?? "", search: HOSTILE_MARKUP[0] }, "view { id }");
  const split = { requestId: first, title: TITLES[0], description: LONG[0] };
  await ask(engineers, "createSplitProposal", split, "request { id }");

  const search = `?search=${encodeURIComponent(`${MARK} ${HOSTILE_MARKUP[0]}`)}`;
  const tabs = ["", "?tab=attachments", "?tab=contacts"].map((tab) => `/requests/${first}${tab}`);
  const others = rest.slice(0, 1).map((id) => `/requests/${id}`);
  const paths = [
    "/requests",
    `/requests${search}`,
    ...tabs,
    ...others,
    "/requests/new",
    "/profile",
    "/notices",
    "/plans",
  ];
  const elenas = await (await browser.newContext({ baseURL })).newPage();
  const wrongAtElena = await watch(elenas, origin);
  const elena = new Person(elenas, "ro");
  await elena.signIn("u-elena", "/requests");
  const leads = await (await browser.newContext({ baseURL })).newPage();
  const wrongAtLead = await watch(leads, origin);
  await new Person(leads).signIn("u-lead", "/queue");
  const staff = ["/queue", `/queue${search}`, `/queue/${rest[0]}`, ...tabs, "/notices"];
  const at = `/requests/${first}`;
  // A lead who does not own the request reads it in the queue.
  const rounds = [
    { of: page, wrong, at, paths },
    { of: elenas, wrong: wrongAtElena, at, paths: [...tabs, ...others, "/requests", "/notices"] },
    { of: engineers, wrong: wrongThere, at, paths: staff },
    { of: leads, wrong: wrongAtLead, at: `/queue/${first}`, paths: staff.slice(0, 3) },
  ];
  for (const round of rounds) {
    for (const path of round.paths) {
      await round.of.goto(path);
      await expectHarmless(round.of, round.wrong);
    }
    await round.of.goto(round.at);
    await expect(round.of.locator("main")).toContainText(shownAs(TITLES[0] ?? ""));
    await expectHarmless(round.of, round.wrong);
  }
  await page.goto(tabs[2] ?? "");
  await expect(page.getByText(`${GIVEN} ${shownAs(FAMILY)}`).first()).toBeVisible();
  await page.goto(tabs[1] ?? "");
  await expect(page.getByText("invoicegpj.exe").first()).toBeVisible();
  await owner.expectGoodPage();
  await page.goto("/requests");
  await expect(page.getByText(shownAs(TITLES.at(-1) ?? "")).first()).toBeVisible();
  await owner.expectGoodPage();
});
