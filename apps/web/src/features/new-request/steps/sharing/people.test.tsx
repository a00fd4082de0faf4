/** Steps 3 and 4 as a person meets them. */
import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fakeServer } from "../../testing/fake-server";
import { MIHAI, READY } from "../../testing/flow-fixtures";
import { fieldValue, isChecked, textOf } from "../../testing/read";
import { renderFlow } from "../../testing/render-flow";

const WARNING = "You are not a contact of this request";
const atStep = (content: Partial<typeof READY>, slug: string) => {
  const server = fakeServer({ ...READY, ...content });
  return { server, ...renderFlow(server, `/requests/new/drf_1/${slug}`) };
};

describe("steps 3 and 4", () => {
  it("R54, R80: the submitter is the primary contact to begin with, from account and profile; the name is not typed here", async () => {
    const { person } = atStep({ completedSteps: ["PROBLEM", "PLAN"] }, "primary-contact");
    expect(isChecked(await screen.findByRole("radio", { name: "I am the primary contact" }))).toBe(true);
    const email = screen.getByLabelText("E-mail address");
    expect([
      fieldValue(screen.getByLabelText("First name")),
      fieldValue(email),
      email.hasAttribute("readonly"),
    ]).toEqual(["Ana", "ana@carpatia.example", true]);
    await person.clear(screen.getByLabelText("Phone (optional)"));
    await person.selectOptions(screen.getByLabelText("Preferred contact method"), "PHONE");
    await person.click(screen.getByRole("button", { name: "Next" }));
    expect(await screen.findByRole("link", { name: "Enter the phone number: calls are preferred" })).toBeTruthy();
  });

  it("R84, E8: for a colleague the flow warns in step 3, and one click adds the submitter as additional contact", async () => {
    const { person, server } = atStep({ completedSteps: ["PROBLEM", "PLAN"] }, "primary-contact");
    await person.click(await screen.findByRole("radio", { name: "Somebody else is" }));
    expect(screen.getByText(WARNING)).toBeTruthy();
    await person.type(screen.getByLabelText("First name"), "Mihai");
    await person.click(screen.getByRole("radio", { name: "I am the primary contact" }));
    await person.click(screen.getByRole("radio", { name: "Somebody else is" }));
    expect(fieldValue(screen.getByLabelText("First name"))).toBe("Mihai");
    await person.click(screen.getByRole("button", { name: "Add me as an additional contact" }));
    expect(screen.queryByText(WARNING)).toBeNull();
    await person.type(screen.getByLabelText("Last name"), "Popa");
    await person.type(screen.getByLabelText("E-mail address"), "mihai@carpatia.example");
    await person.click(screen.getByRole("button", { name: "Next" }));
    const me = await screen.findByRole("group", { name: "You" });
    expect(fieldValue(within(me).getByLabelText("E-mail address"))).toBe("ana@carpatia.example");
    expect(server.draft?.content.additionalContacts).toMatchObject([{ isSelf: true }]);
  });

  it("E8: the warning stands in steps 4 and 5 too", async () => {
    const { router } = atStep({ primaryContact: MIHAI }, "sharing");
    expect(await screen.findByText(WARNING)).toBeTruthy();
    await router.navigate("/requests/new/drf_1/review");
    await screen.findByRole("button", { name: "Submit request" });
    expect(screen.getByText(WARNING)).toBeTruthy();
  });

  it("R82, E7: the same address in other letter case is one contact; rows left empty are dropped", async () => {
    const { person, server } = atStep(
      { additionalContacts: [MIHAI], completedSteps: ["PROBLEM", "PLAN", "PRIMARY_CONTACT"] },
      "sharing",
    );
    await person.click(await screen.findByRole("button", { name: "Add another contact" }));
    const second = screen.getByRole("group", { name: "Additional contact 2" });
    await person.type(within(second).getByLabelText("E-mail address"), "MIHAI@Carpatia.example");
    await person.click(screen.getByRole("button", { name: "Add another contact" }));
    await person.click(screen.getByRole("button", { name: "Next" }));
    await screen.findByRole("button", { name: "Submit request" });
    expect(screen.getByText("One contact stood twice and was merged.")).toBeTruthy();
    expect(server.draft?.content.additionalContacts.map(({ email }) => email)).toEqual(["mihai@carpatia.example"]);
  });

  it("E6: the submitter typed again as additional contact is no second contact", async () => {
    const twice = { ...MIHAI, givenName: "Ana", familyName: "Ionescu", email: "ANA@carpatia.example" };
    const { person, server } = atStep(
      { additionalContacts: [twice], completedSteps: ["PROBLEM", "PLAN", "PRIMARY_CONTACT"] },
      "sharing",
    );
    await person.click(await screen.findByRole("button", { name: "Next" }));
    await screen.findByRole("button", { name: "Submit request" });
    expect(server.draft?.content.additionalContacts).toEqual([]);
  });

  it("R82: an address that is none is refused at its own field", async () => {
    const { person } = atStep(
      {
        additionalContacts: [MIHAI, { ...MIHAI, email: "radu at home" }],
        completedSteps: ["PROBLEM", "PLAN", "PRIMARY_CONTACT"],
      },
      "sharing",
    );
    await person.click(await screen.findByRole("button", { name: "Next" }));
    const link = await screen.findByRole("link", { name: "This is not a single e-mail address." });
    await person.click(link);
    expect(document.activeElement?.id).toBe("flow-additionalContacts-1-email");
    expect(textOf(screen.getByRole("alert"))).toContain("Write one address");
  });

  it("R82: one field stands there and an address is enough; name and phone are folded below it", async () => {
    const { person, server } = atStep({ completedSteps: ["PROBLEM", "PLAN", "PRIMARY_CONTACT"] }, "sharing");
    await person.type(await screen.findByLabelText("E-mail address"), "radu@carpatia.example");
    expect(screen.getByText("Name, phone and contact method (optional)").closest("details")?.open).toBe(false);
    await person.click(screen.getByRole("button", { name: "Next" }));
    await screen.findByRole("button", { name: "Submit request" });
    expect(server.draft?.content.additionalContacts).toMatchObject([{ email: "radu@carpatia.example" }]);
    await person.click(screen.getByRole("button", { name: "Edit: Primary contact" }));
    expect(textOf(await screen.findByRole("region", { name: "Share this support request" }))).toContain("radu@");
    await person.click(screen.getByRole("button", { name: "Next" }));
    expect(textOf(screen.getByRole("region", { name: "Sharing" }))).toContain("radu");
  });

  it("R80, R82: people of earlier requests are one press away, in steps 3 and 4 alike; who is there already is not offered", async () => {
    const { person, server, router } = atStep({ completedSteps: ["PROBLEM", "PLAN"] }, "primary-contact");
    expect(screen.queryByRole("group", { name: "From your earlier requests" })).toBeNull();
    await person.click(await screen.findByRole("radio", { name: "Somebody else is" }));
    await person.click(await screen.findByRole("button", { name: "Add Elena Dobre, elena@carpatia.example" }));
    expect(fieldValue(screen.getByLabelText("First name"))).toBe("Elena");
    expect(fieldValue(screen.getByLabelText("Phone (optional)"))).toBe("+40722000111");
    await person.click(screen.getByRole("button", { name: "Next" }));
    await waitFor(() => expect(router.state.location.pathname).toMatch(/sharing$/));
    const earlier = await screen.findByRole("group", { name: "From your earlier requests" });
    expect(
      within(earlier)
        .getAllByRole("button")
        .map(({ ariaLabel }) => ariaLabel),
    ).toEqual(["Add Vlad, vlad@carpatia.example"]);
    await person.click(within(earlier).getByRole("button"));
    expect(server.calls.some(({ name }) => name === "EarlierContacts")).toBe(true);
    expect(fieldValue(screen.getByLabelText("E-mail address"))).toBe("vlad@carpatia.example");
  });
});
