/** The face of the types of teams. */
export { RoutingExplanationType, StaffMemberType, TeamType } from "./types/team.type.js";
