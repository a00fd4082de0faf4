/** A list that is chosen from or searched on the page is there to its last item, however many pages it has. */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { connectionOf } from "../../../preview/fixture-link";
import { renderApp } from "../../../preview/render-app";
import { ADMINISTRATOR } from "../../features/administration/testing";
import { joinPages } from "./read-whole";

test("F60: directories of three pages are all in the field that sets them", async () => {
  const tenants = ["one", "two", "three", "four", "five"].map((tenantId) => ({ tenantId }));
  const { calls } = await renderApp("/administration/people/partners", {
    viewer: ADMINISTRATOR,
    partnerTenants: connectionOf(tenants, 2),
  });
  const field = await screen.findByLabelText("Directory IDs");
  expect((field as HTMLTextAreaElement).value.split("\n")).toEqual(["one", "two", "three", "four", "five"]);
  expect(calls.filter(({ name }) => name === "PartnerTenants")).toHaveLength(3);
});

test("pages are joined where they have nodes, and told by the later one elsewhere", () => {
  const page = (nodes: readonly number[], hasNextPage: boolean) => ({
    a: { nodes, pageInfo: { hasNextPage } },
    tags: nodes,
  });
  expect(joinPages(page([1, 2], true), page([3], false))).toEqual({
    a: { nodes: [1, 2, 3], pageInfo: { hasNextPage: false } },
    tags: [3],
  });
});
