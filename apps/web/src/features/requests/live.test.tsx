/** Open pages whose rights or session are taken away: the subscription ends, and what is shown is asked for again (F76, R97). */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { connectionOf, topLevelError } from "../../../preview/fixture-link";
import { request } from "../../../preview/fixtures/requests";
import { renderApp } from "../../../preview/render-app";

const REQUEST = request("req_1");

test("F76, R97: a removed contact's open page stops showing the request when its subscription ends", async () => {
  let isContact = true;
  const { endLive } = await renderApp(`/requests/${REQUEST.id}`, {
    request: () => (isContact ? REQUEST : topLevelError("NOT_FOUND")),
  });
  await screen.findByRole("heading", { level: 1, name: REQUEST.title });
  isContact = false;
  endLive();
  expect(await screen.findByRole("heading", { level: 1, name: "No such request for this account" })).toBeTruthy();
  expect(screen.queryByText(REQUEST.title)).toBeNull();
});

test("F76: whoever's session was ended elsewhere is led to the sign-in, not left before what they may no longer see", async () => {
  let isSignedIn = true;
  const { endLive, router } = await renderApp("/requests", {
    myRequests: () => (isSignedIn ? connectionOf([REQUEST])({}) : topLevelError("UNAUTHENTICATED")),
  });
  await screen.findByText(REQUEST.title);
  isSignedIn = false;
  endLive();
  await waitFor(() => expect(router.state.location.pathname).toBe("/sign-in"));
});
