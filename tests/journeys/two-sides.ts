/** One story told by two browsers: a customer and an engineer hold a conversation, whatever runs behind them (R90-R92, F42, F47, F48, F52, F76). */
import { expect as anyExpect, type Locator, type Page } from "@playwright/test";
import type { Person } from "./person.js";

const expect = anyExpect.configure({ timeout: 15_000 });

export interface Side {
  readonly person: Person;
  /** Address of the server this side's pages come from. */
  readonly origin: string;
}

export interface Story {
  readonly customer: Side;
  readonly engineer: Side;
  /** Title of a request of the customer that nobody has taken. */
  readonly title: string;
}

interface File {
  readonly name: string;
  readonly content: string;
}

/** Everything the server says to a page from now on: answers, files, frames of sockets. */
const listenTo = (page: Page): string[] => {
  const heard: string[] = [];
  page.on("response", (response) => {
    response.text().then(
      (text) => heard.push(text),
      // A redirect has no body.
      () => undefined,
    );
  });
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(payload.toString())));
  return heard;
};

/** Chooses a file and waits until all of it has arrived. */
const attach = async (page: Page, { name, content }: File): Promise<void> => {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
  await expect(page.locator("main").getByText(name)).toBeVisible();
};

const articleOf = (page: Page, text: string): Locator => page.getByRole("article").filter({ hasText: text });

/** The bytes of a file as this page's person gets them. */
const download = async (page: Page, article: Locator, name: string): Promise<string> => {
  const href = await article
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .getAttribute("href");
  return page.evaluate(async (url) => (await fetch(url ?? "")).text(), href);
};

/** Marks the document: a reload would lose it. */
const mark = (page: Page): Promise<void> =>
  page.evaluate(() => void document.documentElement.setAttribute("data-stays", ""));
const expectNoReload = (page: Page): Promise<void> => expect(page.locator("html[data-stays]")).toHaveCount(1);

/** Both are signed in. The customer opens the request; the engineer takes it; they write, each with a file, and never reload. */
export async function holdConversation({ customer, engineer, title }: Story): Promise<void> {
  const [customers, engineers] = [customer.person.page, engineer.person.page];
  const heard = listenTo(customers);
  await customers.goto(`${customer.origin}/requests`);
  await customers.getByText(title).first().click();
  await expect(customers.locator("#reply")).toBeVisible();
  await mark(customers);

  await engineers.goto(`${engineer.origin}/queue`);
  await engineers.locator("[data-queue-row]", { hasText: title }).click();
  await mark(engineers);
  await engineer.person.button("workspace.take").click();
  await expect(engineers.locator("#reply")).toBeVisible();
  await expect(customers.getByText("Petra Novak").first()).toBeVisible();

  // Support writes: the words, the file, the status and whose turn it is arrive.
  const asked = { name: "collect-logs.txt", content: "Get-ClusterLog -Destination ." };
  await engineers.locator("#reply").fill("Please run **this** on both replicas.");
  await attach(engineers, asked);
  await engineers.getByLabel(engineer.person.words("desk.then")).selectOption("WAITING_FOR_CUSTOMER");
  await engineer.person.button("conversation.send").click();
  const question = articleOf(customers, "Please run this on both replicas.");
  await expect(question.getByText(asked.name)).toBeVisible();
  await expect(customers.getByText(customer.person.words("requests.turn.CUSTOMER")).first()).toBeVisible();
  anyExpect(await download(customers, question, asked.name)).toBe(asked.content);

  // The customer answers with a file of their own.
  const answered = { name: "cluster.log", content: `error 35206 ${"x".repeat(5000)}` };
  await customers.locator("#reply").fill("Done, the log is attached.");
  await attach(customers, answered);
  await customer.person.button("conversation.send").click();
  const answer = articleOf(engineers, "Done, the log is attached.");
  await expect(answer.getByText(answered.name)).toBeVisible();
  await expect(engineers.getByText(engineer.person.words("desk.turn.SUPPORT")).first()).toBeVisible();
  await expect(customers.getByText(customer.person.words("requests.turn.SUPPORT")).first()).toBeVisible();
  anyExpect(await download(engineers, answer, answered.name)).toBe(answered.content);

  // A note stays inside: no word of it, no file, no count.
  const secret = { name: "internal-hint.txt", content: "the same as in case forty-two" };
  await engineer.person.button("desk.mode.note").click();
  await engineers.locator("#reply").fill("Smells like the endpoint certificate.");
  await attach(engineers, secret);
  await engineer.person.button("desk.note.save").click();
  const note = articleOf(engineers, "Smells like the endpoint certificate.");
  await expect(note.getByText(engineer.person.words("conversation.internal"), { exact: true })).toBeVisible();
  await expect(note.getByText(secret.name)).toBeVisible();

  // What comes after it arrives at the customer; the note does not.
  await engineer.person.button("desk.mode.reply").click();
  await engineers.locator("#reply").fill("Thank you, the certificate had expired; it works again.");
  await engineer.person.button("conversation.send").click();
  await expect(articleOf(customers, "the certificate had expired")).toBeVisible();
  // The outcome takes the focus, and with it what was unfolded meanwhile closes.
  const sent = engineers.getByRole("status").filter({ hasText: engineer.person.words("conversation.sent") });
  await expect(sent).toBeFocused();
  await engineer.person.button("desk.status").click();
  await engineer.person.button("workspace.status.SOLVED").click();
  await expect(customers.getByText(customer.person.words("conversation.solved"))).toBeVisible();
  await expect(engineers.getByText(engineer.person.words("desk.turn.CUSTOMER")).first()).toBeVisible();
  await expect(customers.locator('a[href*="tab=attachments"]')).toContainText("(2)");
  await expect(engineers.locator('a[href*="tab=attachments"]')).toContainText("(3)");
  await expectNoReload(customers);
  await expectNoReload(engineers);
  await customers.reload();
  await expect(articleOf(customers, "the certificate had expired")).toBeVisible();
  const said = heard.join("\n");
  anyExpect(said).toContain("the certificate had expired");
  for (const word of ["endpoint certificate", secret.name, secret.content, 'isInternal":true', '"NOTE"'])
    anyExpect(said).not.toContain(word);
}
