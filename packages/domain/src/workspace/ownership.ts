/** Taking, handing over and giving a request to somebody (R98, F52): who may, and what it does to the request. */
import type { Account } from "../account/account.js";
import { isOpen } from "../request/request-status.js";
import type { RequestStatus, SupportRequest } from "../request/support-request.js";
import { accept, type Refusal, type Result, refuse, refuseAll } from "../shared/result.js";
import { checkText, invalid, TEXT_RULES } from "../shared/text.js";
import { type Team, type TeamDirectory, teamOf, teamsOf } from "../team/team.js";
import { isWorker } from "./sight.js";

type Owned = Pick<SupportRequest, "status" | "engineerId"> & { readonly teamId: string | null };

export interface Ownership {
  readonly engineerId: string | null;
  readonly teamId: string | null;
  /** What it moves to; null: it stays. */
  readonly status: RequestStatus | null;
  /** False: it was so before. */
  readonly isChange: boolean;
}

/** New work becomes assigned work; work under way stays as it is. */
const statusWith = ({ status }: Owned, engineerId: string | null): RequestStatus | null =>
  status === "NEW" && engineerId !== null ? "ASSIGNED" : null;

/** One of several who take it at once gets it; the others hear that somebody was first. */
export const takeRequest = (
  request: Owned,
  engineerId: string,
): Result<Ownership, "REQUEST_CLOSED" | "CHANGED_MEANWHILE"> => {
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  if (request.engineerId !== null && request.engineerId !== engineerId) return refuse("CHANGED_MEANWHILE");
  const isChange = request.engineerId === null;
  return accept({
    engineerId,
    teamId: request.teamId,
    status: isChange ? statusWith(request, engineerId) : null,
    isChange,
  });
};

export interface HandOver {
  readonly request: Owned;
  readonly directory: TeamDirectory;
  /** Who takes over; null where none is named, or there is no such account. */
  readonly engineer: Pick<Account, "id" | "roles"> | null;
  readonly isEngineerNamed: boolean;
  readonly teamId: string | null;
  readonly note: string | null;
  /** A hand-over says why; a lead who reassigns may (F52). */
  readonly isNoteNeeded: boolean;
}

/** To one engineer, or to a team whose members then see it as new work. */
export const handOver = (question: HandOver): Result<Ownership> => {
  const { request, directory, engineer, isEngineerNamed, teamId, note, isNoteNeeded } = question;
  if (!isOpen(request)) return refuse("REQUEST_CLOSED");
  const refusals: Refusal[] = [
    ...checkText(note ?? "", { ...TEXT_RULES.reason, isRequired: isNoteNeeded }, ["note"]),
    ...targetRefusals(question),
  ];
  if (refusals.length > 0) return refuseAll(refusals);
  if (!isEngineerNamed) {
    const isChange = request.engineerId !== null || request.teamId !== teamId;
    return accept({ engineerId: null, teamId, status: null, isChange });
  }
  const engineerId = engineer?.id ?? null;
  const team = engineerId === null ? null : teamWith(directory, engineerId, request.teamId);
  const status = statusWith(request, engineerId);
  return accept({
    engineerId,
    teamId: team?.id ?? request.teamId,
    status,
    isChange: request.engineerId !== engineerId,
  });
};

const targetRefusals = ({ directory, engineer, isEngineerNamed, teamId }: HandOver): readonly Refusal[] => {
  if (!isEngineerNamed && teamId === null) return [{ code: "INPUT_REQUIRED", path: ["toEngineerId"], params: {} }];
  if (isEngineerNamed && teamId !== null) return [invalid(["toTeamId"], "choice")];
  if (isEngineerNamed && (engineer === null || !isWorker(engineer))) return [invalid(["toEngineerId"], "choice")];
  return teamId !== null && teamOf(directory, teamId) === null ? [invalid(["toTeamId"], "choice")] : [];
};

/** It stays with its team where the engineer is in it; else it goes to a team of theirs. */
const teamWith = (directory: TeamDirectory, engineerId: string, teamId: string | null): Team | null => {
  const teams = teamsOf(directory, engineerId);
  return teams.find((team) => team.id === teamId) ?? teams[0] ?? null;
};
