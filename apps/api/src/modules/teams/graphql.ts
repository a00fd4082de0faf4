/** The face of the types of teams. */
export { RoutingExplanationType, TeamType, StaffMemberType } from "./types/team.type.js";
