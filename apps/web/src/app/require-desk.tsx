/** Pages of the support desk: for customers they are no pages at all (F52). */
import { Outlet } from "react-router";
import { useViewer } from "../lib/viewer";
import NotFoundPage from "./not-found-page";

export function RequireDesk() {
  return useViewer().staffRights.includes("SEE_QUEUE") ? <Outlet /> : <NotFoundPage />;
}
