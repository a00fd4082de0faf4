/** What scripts/screenshots.mjs walks through: one story by one persona, each step named after its picture. */

const describe = async (page, search, option) => {
  await page.locator("#flow-productId").click();
  await page.locator("#flow-productId").fill(search);
  await page.getByRole("option", { name: option }).first().click();
};

const fillProblem = async (page) => {
  await describe(page, "sql server 2022", /SQL Server 2022/);
  await page.locator("#flow-categoryId").selectOption({ index: 1 });
  await page.locator("#flow-problemId").selectOption({ index: 1 });
  await page.locator("#flow-title").fill("Availability group does not fail over");
  await page
    .locator("#flow-description")
    .fill("After the update of Sunday night the secondary replica stays behind. The error log names 35206.");
  await answerQuestions(page);
};

/** What has to be answered about the problem. */
const answerQuestions = async (page) => {
  await page.waitForLoadState("networkidle");
  const questions = page.locator("#flow-answers");
  for (const choice of await questions.locator("select[required]").all()) await choice.selectOption({ index: 1 });
  for (const field of await questions.locator("input[required], textarea[required]").all()) {
    const isMoment = (await field.getAttribute("type")) === "datetime-local";
    const isNumber = (await field.getAttribute("inputmode")) === "numeric";
    await field.fill(isMoment ? "2026-11-22T03:30" : isNumber ? "3" : "16.0.4165.4");
  }
};

const next = async (page) => {
  await page.getByRole("button", { name: /^(Next|Următorul)$/ }).click();
  await page.waitForTimeout(500);
};

const choosePlan = async (page) => {
  await page.locator('input[name="plan"]').first().check();
  await page.locator('input[name="severity"]').first().check();
};

const follow = async (page, prefix) => {
  await page.locator(`a[href^="${prefix}"]`).first().click();
  await page.waitForURL((url) => url.pathname.startsWith(prefix));
};

const tab = (name) => (page) => page.getByRole("link", { name }).first().click();

/** Saves a card at the provider's own page. */
const saveCard = async (page, from) => {
  await page.goto(from);
  await page.getByRole("button", { name: /^(Add a card|Adăugați un card)$/ }).click();
  await page.getByRole("button", { name: / 4242,/ }).click();
  await page.waitForURL((url) => url.href.startsWith(from) && !url.searchParams.has("cardSetup"));
};

/** The stories over the server at `origin`; persona null: not signed in. */
export const storiesAt = (origin) => {
  const at = (path) => (page) => page.goto(`${origin}${path}`);
  return [
    {
      persona: null,
      steps: [
        ["sign-in", at("/sign-in")],
        ["personas", at("/auth/login")],
        ["help", at("/help")],
        ["help-article", at("/help/portal-plan-unavailable")],
      ],
    },
    { persona: "u-lena", steps: [["welcome", at("/welcome")]] },
    {
      persona: "u-radu",
      steps: [
        ["requests", at("/requests")],
        ["request", (page) => follow(page, "/requests/req_")],
        [
          "request-why",
          (page) =>
            page
              .getByText(/^(Why this time|De ce la această oră)$/)
              .first()
              .click(),
        ],
        ["request-attachments", tab(/^(Attachments|Atașamente) \(/)],
        ["request-contacts", tab(/^(Contacts|Contacte) \(/)],
        [
          "request-severity",
          async (page) => {
            await page.getByRole("button", { name: /^(More actions|Alte acțiuni)$/ }).click();
            await page.getByRole("button", { name: /^(Ask for another severity|Cereți altă severitate)$/ }).click();
          },
        ],
        [
          "request-closed",
          async (page) => {
            await at("/requests?view=closed")(page);
            await follow(page, "/requests/req_");
          },
        ],
        ["notices", at("/notices")],
        [
          "notices-bell",
          async (page) => {
            await at("/plans")(page);
            await page.getByRole("button", { name: /^(Notices|Notificări), / }).click();
          },
        ],
        ["ask-access", at("/ask-access")],
        ["invitation", at("/invitations/9f2c61d07be84a35a1c0")],
        ["plans", at("/plans")],
        ["plan", (page) => follow(page, "/plans/pln_")],
        ["profile", at("/profile")],
        ["where-to-go", at("/help/where-to-go")],
        [
          "flow-other-portal",
          async (page) => {
            await at("/requests/new")(page);
            await describe(page, "virtual machines", /Azure/);
          },
        ],
        ["flow-1-problem", fillProblem],
        [
          "flow-2-plan",
          async (page) => {
            await next(page);
            await choosePlan(page);
          },
        ],
        ["flow-3-primary-contact", next],
        [
          "flow-4-sharing",
          async (page) => {
            await page.locator('input[name="primary"]').first().check();
            await next(page);
          },
        ],
        ["flow-5-review", next],
        [
          "flow-6-confirmation",
          async (page) => {
            await page.getByRole("button", { name: /^(Submit request|Trimiteți solicitarea)$/ }).click();
            await page.getByRole("heading", { level: 1 }).waitFor();
            await page.waitForTimeout(1000);
          },
        ],
      ],
    },
    {
      persona: "u-sam",
      steps: [
        ["purchases", at("/purchases")],
        ["receipt", (page) => follow(page, "/receipts/")],
        ["purchase", (page) => follow(page, "/purchases/pur_")],
        ["purchase-terms", at("/help/purchase-terms")],
        ["payment-methods", (page) => saveCard(page, `${origin}/payment-methods`)],
        ["plans-buy", at("/plans?buy=1")],
        [
          "flow-2-buy",
          async (page) => {
            await at("/requests/new")(page);
            await fillProblem(page);
            await next(page);
            await page
              .getByText(/^(Do you need to purchase or add|Trebuie să cumpărați sau să adăugați)/)
              .first()
              .click();
            await page.locator("#flow-buy input[type=checkbox]").waitFor();
          },
        ],
      ],
    },
    {
      persona: "u-ana",
      steps: [["plans-buy-work", at("/plans?buy=1")]],
    },
    {
      persona: "u-admin",
      steps: [
        ["admin-overview", at("/administration/overview?days=365")],
        ["admin-agreements", at("/administration/agreements")],
        ["admin-agreement", (page) => follow(page, "/administration/agreements/pln_")],
        ["admin-issue", at("/administration/agreements/issue")],
        ["admin-imports", at("/administration/imports")],
        ["admin-people", at("/administration/people")],
        ["admin-audit", at("/administration/audit")],
        ["admin-packs", at("/administration/packs")],
        ["admin-pack", (page) => follow(page, "/administration/packs/")],
      ],
    },
    {
      persona: "u-novak",
      steps: [
        ["desk-queue", at("/queue?view=all")],
        [
          "desk-new",
          async (page) => {
            await at("/queue")(page);
            await page.locator("[data-queue-row]").first().click();
          },
        ],
        [
          "desk-request",
          async (page) => {
            await at("/queue?view=mine")(page);
            await page.locator("[data-queue-row]", { hasText: "dirty shutdown" }).click();
            await page.locator("#reply").waitFor();
          },
        ],
        [
          "desk-note",
          async (page) => {
            await page.getByRole("button", { name: /^(Internal note|Notă internă)$/ }).click();
            await page.locator("#reply").fill("Their backup holds a lock on the second log; **Tiago** knows the tool.");
          },
        ],
        ["desk-hand-over", (page) => page.getByRole("button", { name: /^(Hand over|Predă)$/ }).click()],
      ],
    },
    {
      persona: "u-jonas",
      steps: [
        [
          "flow-2-unavailable",
          async (page) => {
            await at("/requests/new")(page);
            await fillProblem(page);
            await next(page);
          },
        ],
      ],
    },
  ];
};
