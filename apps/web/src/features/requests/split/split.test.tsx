/** A second request for a part of this one, as the contacts see it (S1, S8, F55). */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { request } from "../../../../preview/fixtures/requests";
import { renderApp } from "../../../../preview/render-app";

const REQUEST = request("req_1");
const PROPOSED = {
  id: "spl_1",
  title: "The clock of the controller is slow",
  description: "A problem of its own.",
  state: "PROPOSED",
  newRequestId: null,
};
const ACCEPTED = { ...PROPOSED, state: "ACCEPTED", newRequestId: "req_second" };
const page = (proposal: object, more: object = {}) =>
  renderApp(`/requests/${REQUEST.id}`, { request: { ...REQUEST, splitProposals: [proposal] }, ...more });

test("S1, F55: the contacts read what is proposed and what it uses, and agree once", async () => {
  const answered = { ...REQUEST, splitProposals: [ACCEPTED] };
  const { calls } = await page(PROPOSED, { decideSplit: { request: answered, userErrors: [] } });
  expect(await screen.findByText("The clock of the controller is slow")).toBeTruthy();
  expect(screen.getByText(/uses one incident of/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Agree and open it" }));
  await waitFor(() => expect(calls.filter(({ name }) => name === "DecideSplit")).toHaveLength(1));
  const [decided] = calls.filter(({ name }) => name === "DecideSplit");
  expect(decided?.variables.input).toMatchObject({ proposalId: "spl_1", isAccepted: true });
  const link = await screen.findByRole("link", { name: "Go to the second request" });
  expect(link.getAttribute("href")).toBe("/requests/req_second");
});

test("F55: a no keeps one request, and is not shown to the contacts again", async () => {
  const answered = { ...REQUEST, splitProposals: [{ ...PROPOSED, state: "DECLINED" }] };
  const { calls } = await page(PROPOSED, { decideSplit: { request: answered, userErrors: [] } });
  await userEvent.click(await screen.findByRole("button", { name: "Keep one request" }));
  await waitFor(() => expect(screen.queryByText("The clock of the controller is slow")).toBeNull());
  expect(calls.find(({ name }) => name === "DecideSplit")?.variables.input).toMatchObject({ isAccepted: false });
});

test("F55: a refusal is told where it was asked", async () => {
  const refusal = {
    __typename: "InputError",
    code: "CHANGED_MEANWHILE",
    message: "Somebody answered first.",
    remedy: "Load the page again.",
    path: null,
  };
  await page(PROPOSED, { decideSplit: { request: null, userErrors: [refusal] } });
  await userEvent.click(await screen.findByRole("button", { name: "Agree and open it" }));
  expect(await screen.findByText(/Somebody answered first/)).toBeTruthy();
});
