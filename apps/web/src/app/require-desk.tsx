/** Pages of the support desk: for customers they are no pages at all (F52). */
import { Outlet } from "react-router";
import { isAtDesk } from "../lib/desk";
import { useViewer } from "../lib/viewer";
import NotFoundPage from "./not-found-page";

export function RequireDesk() {
  const { account } = useViewer();
  return isAtDesk(account.roles) ? <Outlet /> : <NotFoundPage />;
}
