/** Pages that change something: for staff with the right alone, for everybody else they are no pages (F60). */
import type { StaffRight } from "@accord/domain";
import { Outlet } from "react-router";
import { useViewer } from "../lib/viewer";
import NotFoundPage from "./not-found-page";

export function RequireRight({ right }: { readonly right: StaffRight }) {
  return useViewer().staffRights.includes(right) ? <Outlet /> : <NotFoundPage />;
}
