/** Step 1 as a person meets it. */
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeServer } from "../../testing/fake-server";
import { GOLD, PROBLEM_DONE, reason, remedy } from "../../testing/flow-fixtures";
import { fieldValue, isInvalid, textOf } from "../../testing/read";
import { renderFlow } from "../../testing/render-flow";

const choose = async (person: ReturnType<typeof renderFlow>["person"], text: string, option: RegExp) => {
  await person.type(await screen.findByRole("combobox", { name: "Product" }), text);
  await person.click(await screen.findByRole("option", { name: option }));
};

describe("step 1", () => {
  it("R33, R60: the product is found by typing, category and problem follow from it, each list from the one before", async () => {
    const server = fakeServer();
    const { person } = renderFlow(server);
    await choose(person, "server 2025", /Windows Server 2025/);
    const category = await screen.findByLabelText("Category");
    expect(screen.getByLabelText("Problem").hasAttribute("disabled")).toBe(true);
    await person.selectOptions(category, "Networking");
    expect(
      within(screen.getByLabelText("Problem"))
        .getAllByRole("option")
        .map((option) => option.textContent),
    ).toEqual(["Choose…", "Dns", "Dhcp"]);
    await person.selectOptions(screen.getByLabelText("Problem"), "Dhcp");
    await person.selectOptions(category, "Clustering");
    expect(fieldValue(screen.getByLabelText("Problem"))).toBe("");
  });

  it("R60: the type-ahead works by keyboard alone", async () => {
    const { person } = renderFlow(fakeServer());
    const field = await screen.findByRole("combobox", { name: "Product" });
    await person.type(field, "windows");
    await screen.findByRole("option", { name: /2019/ });
    await person.keyboard("{ArrowDown}{Enter}");
    expect(fieldValue(await screen.findByLabelText("Version"))).toBe("windows-server-2019");
    expect(fieldValue(field)).toBe("Windows Server 2019");
  });

  it("R34, R65: as soon as a version is chosen it is said which plans cover it, how much is left and when the first answer comes", async () => {
    const server = fakeServer();
    const { person } = renderFlow(server);
    await choose(person, "server 2025", /Windows Server 2025/);
    await screen.findAllByText("Your plan covers Windows Server 2025: 7 incidents until April 30, 2027.");
    await screen.findAllByText(/^First answer by .+ at the latest, if you submit now\.$/);
    expect(server.calls.find(({ name }) => name === "CoverageResponse")?.variables.severity).toBe("MINIMAL");
  });

  it("R36, F11: a version that no plan covers says so before anything is typed, and what helps; choosing the other version settles it", async () => {
    const server = fakeServer();
    const other = {
      __typename: "ProductVersion",
      id: "windows-server-2025",
      name: "Windows Server 2025",
      product: { __typename: "Product", id: "windows-server" },
    };
    server.plans = (id) =>
      id === "windows-server-2025"
        ? { availablePlans: [{ __typename: "AvailablePlan", plan: GOLD, checks: [] }], unavailablePlans: [] }
        : {
            availablePlans: [],
            unavailablePlans: [
              {
                __typename: "UnavailablePlan",
                plan: GOLD,
                checks: [],
                reasons: [
                  reason("VERSION_TOO_OLD", 8, "Too old", [
                    remedy("BUY_INCIDENT"),
                    remedy("CHOOSE_VERSION", { productVersion: other }),
                  ]),
                ],
              },
            ],
          };
    const { person } = renderFlow(server);
    await choose(person, "server 2019", /Windows Server 2019/);
    const said = await screen.findByRole("alert");
    expect(textOf(said)).toContain("Your plan does not cover Windows Server 2019.");
    expect(await within(said).findByRole("button", { name: "Buy an incident for €499.00" })).toBeTruthy();
    await person.click(within(said).getByRole("button", { name: "Choose Windows Server 2025" }));
    await waitFor(() => expect(fieldValue(screen.getByLabelText("Version"))).toBe("windows-server-2025"));
    await screen.findAllByText(/Your plan covers Windows Server 2025/);
  });

  it("R63: an agreement is added right there, without a title", async () => {
    const server = fakeServer();
    server.plans = () => ({ availablePlans: [], unavailablePlans: [] });
    const { person } = renderFlow(server);
    await choose(person, "server 2019", /Windows Server 2019/);
    await person.click(await screen.findByRole("button", { name: "Add an agreement" }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Access ID")));
  });

  it("R62: Next with something missing says so at the field and in a summary whose links lead there", async () => {
    const { person } = renderFlow(fakeServer());
    await choose(person, "2025", /2025/);
    await screen.findByLabelText("Title");
    await person.click(screen.getByRole("button", { name: "Next" }));
    const summary = await screen.findByRole("alert");
    expect(document.activeElement).toBe(summary);
    expect(
      within(summary)
        .getAllByRole("link")
        .map((link) => link.textContent),
    ).toEqual(["Choose the category", "Write a title", "Describe the problem"]);
    await person.click(within(summary).getByRole("link", { name: "Write a title" }));
    expect(document.activeElement).toBe(screen.getByLabelText("Title"));
    expect(isInvalid(screen.getByLabelText("Title"))).toBe(true);
    await person.type(screen.getByLabelText("Title"), "DNS");
    expect(isInvalid(screen.getByLabelText("Title"))).toBe(false);
  });

  it("R62: before a product is chosen the summary names that alone; what is mended leaves it, and the focus stays", async () => {
    const { person } = renderFlow(fakeServer());
    await person.click(await screen.findByRole("button", { name: "Next" }));
    const [only, ...others] = within(await screen.findByRole("alert")).getAllByRole("link");
    expect(others).toEqual([]);
    expect(document.querySelector(only?.getAttribute("href") ?? "")?.getAttribute("aria-invalid")).toBe("true");
    await choose(person, "server 2025", /Windows Server 2025/);
    expect(screen.queryByRole("alert")).toBeNull();

    await person.click(screen.getByRole("button", { name: "Next" }));
    const links = () => within(screen.getByRole("alert")).getAllByRole("link");
    for (const link of links())
      expect(document.querySelector(link.getAttribute("href") ?? "")?.getAttribute("aria-invalid")).toBe("true");
    const before = links().length;
    const title = screen.getByLabelText("Title");
    await person.type(title, "DNS");
    expect(links().length).toBe(before - 1);
    expect(document.activeElement).toBe(title);
  });

  it("R25, R26, R30: a product of another portal shows its card before anything is typed, and there is no Next", async () => {
    const { person } = renderFlow(fakeServer());
    await choose(person, "azure", /Azure Virtual Machines/);
    expect(await screen.findByText("Requests for Azure Virtual Machines are opened in Azure portal")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Go to Azure portal/ }).getAttribute("href")).toBe(
      "https://portal.azure.example",
    );
    expect(screen.getByText("the Azure subscription's account")).toBeTruthy();
    expect((await screen.findByRole("link", { name: "Partner 20-pack" })).getAttribute("href")).toBe("/plans/pln_gold");
    expect(screen.getByRole("link", { name: "Where to go for which product" }).getAttribute("href")).toBe(
      "/help/where-to-go",
    );
    expect(screen.queryByRole("button", { name: "Next" })).toBeNull();
    expect(screen.queryByLabelText("Title")).toBeNull();
  });

  it("R60: who does not know the version chooses it from the versions with their dates", async () => {
    const { person } = renderFlow(fakeServer({ ...PROBLEM_DONE, productVersionId: null, completedSteps: [] }));
    await person.click(await screen.findByText("I don’t know my version"));
    await person.click(screen.getByRole("button", { name: "Choose Windows Server 2019" }));
    expect(fieldValue(screen.getByLabelText("Version"))).toBe("windows-server-2019");
  });

  it("R58: Next folds the step into a summary with Edit and opens the next one at its heading", async () => {
    const { person, router } = renderFlow(fakeServer({ ...PROBLEM_DONE, completedSteps: [] }));
    await person.click(await screen.findByRole("button", { name: "Next" }));
    const heading = await screen.findByRole("heading", { name: "Tell us about the type of support you need" });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(router.state.location.pathname).toBe("/requests/new/drf_1/plan");
    const first = screen.getByRole("region", { name: "Tell us about the issue you’re experiencing" });
    expect(textOf(first)).toContain("Windows Server 2025 · DNS stops answering");
    expect(within(first).getByRole("button", { name: "Edit" })).toBeTruthy();
    expect(heading.closest("li")?.getAttribute("aria-current")).toBe("step");
  });
});
