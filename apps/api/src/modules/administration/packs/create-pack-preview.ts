/** What loading a file would do, before anything is loaded (F58). */
import type { PackKind, PackProblem } from "@accord/domain";
import type { Database } from "../../../kernel/db/index.js";
import type { RequestContext } from "../../../kernel/graphql/context.js";
import {
  type ChangedDraft,
  type ChangedPlan,
  computeImpact,
  diffOf,
  type PackChange,
  type PackContext,
  type PackFile,
  validatePack,
} from "../../packs/module.js";

export interface PackPreview {
  readonly kind: PackKind;
  readonly effectiveOn: string | null;
  readonly digest: string | null;
  readonly isUnchanged: boolean;
  readonly problems: readonly PackProblem[];
  readonly changes: readonly (PackChange & { readonly id: string })[];
  readonly plans: readonly ChangedPlan[];
  readonly drafts: readonly ChangedDraft[];
}

export const groundOf = ({ clock, settings }: Pick<RequestContext, "clock" | "settings">): PackContext => ({
  now: clock.now(),
  zone: settings.entitlementTimeZone,
});

export const createPackPreview = async (db: Database, file: PackFile, ground: PackContext): Promise<PackPreview> => {
  const examination = await validatePack(db.read, file, ground);
  const { kind } = file;
  if (!examination.ok) {
    const { problems } = examination;
    return { kind, effectiveOn: null, digest: null, isUnchanged: false, problems, changes: [], plans: [], drafts: [] };
  }
  const { value: examined } = examination;
  const changes = diffOf(examined.before[kind] ?? [], examined.content);
  return {
    kind,
    effectiveOn: examined.effectiveOn,
    digest: examined.digest,
    isUnchanged: examined.isUnchanged,
    problems: [],
    changes: changes.map((change, place) => ({ ...change, id: `c${place}` })),
    ...(changes.length === 0 ? { plans: [], drafts: [] } : await computeImpact(db.read, examined, ground)),
  };
};
