/** Finding, issuing and changing agreements: for staff (F18, F56). */
import { accept, usableIncidents } from "@accord/domain";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { WriteStores } from "../../../kernel/db/index.js";
import { accountOf, type RequestContext } from "../../../kernel/graphql/context.js";
import { commandOf, once } from "../../../kernel/graphql/idempotency.js";
import { idOf } from "../../../kernel/graphql/ids.js";
import { lookUp } from "../../../kernel/graphql/look-up.js";
import { connectionOfPage, pageRequestOf, type RowConnection } from "../../../kernel/graphql/page.js";
import { PageArgs } from "../../../kernel/graphql/page-arguments.js";
import { type Outcome, payload } from "../../../kernel/graphql/payload.js";
import { RequestError } from "../../../kernel/graphql/request-error.js";
import { type ManagedPlan, managedPlanStore } from "../../agreements/module.js";
import { countMoved } from "../../identity/module.js";
import { ManagedAgreementConnectionType, ManagedAgreementType } from "../types/managed-agreement.type.js";
import { letterUrlOf } from "./agreement-admin.fields.js";
import {
  AdjustIncidentsInput,
  CreateActivationLinkInput,
  CreateAgreementsInput,
  ManagedAgreementFilter,
  RevokeAgreementInput,
  RotatePairInput,
  UpdateActivationEndInput,
  UpdateAgreementEndInput,
} from "./agreement-admin.inputs.js";
import {
  AdjustIncidentsPayload,
  CreateActivationLinkPayload,
  CreateAgreementsPayload,
  type IssuedAgreementType,
  type ManagedAgreementPayload,
  RevokeAgreementPayload,
  RotatePairPayload,
  UpdateActivationEndPayload,
  UpdateAgreementEndPayload,
} from "./agreement-admin.payloads.js";
import {
  adjustIncidents,
  revokeAgreement,
  rotatePair,
  updateActivationEnd,
  updateAgreementEnd,
} from "./change-agreement.js";
import { createAgreements } from "./create-agreements.js";
import type { Act } from "./make-agreement.js";
import { newPair } from "./new-pair.js";
import { passOnAgreement } from "./pass-on-agreement.js";

type IssuedAgreements = { readonly issued: readonly IssuedAgreementType[] };

@Resolver()
export class AgreementAdminResolver {
  @Query(() => ManagedAgreementConnectionType, {
    description: "Agreements, newest first. Staff with the right READ_AGREEMENTS.",
  })
  async managedAgreements(
    @Arg("filter", () => ManagedAgreementFilter, { nullable: true, description: "Which ones." })
    filter: ManagedAgreementFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<RowConnection<ManagedPlan>> {
    const managedPlans = context.db.read.of(managedPlanStore);
    const asked = { ...filter, now: context.now };
    const rows = await managedPlans.page(asked, pageRequestOf(page));
    return connectionOfPage(rows, page, () => managedPlans.count(asked));
  }

  @Query(() => ManagedAgreementType, lookUp("One agreement. Staff with the right READ_AGREEMENTS."))
  async managedAgreement(
    @Arg("id", () => ID, { description: "Id of its plan." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ManagedPlan> {
    const plan = await context.db.read.of(managedPlanStore).byId(idOf("pln", id));
    if (plan === null) throw new RequestError("NOT_FOUND");
    return plan;
  }

  @Mutation(() => CreateAgreementsPayload, {
    description: "Issues agreements, each with new IDs. Staff with the right MANAGE_AGREEMENTS.",
  })
  async createAgreements(
    @Arg("input", () => CreateAgreementsInput, { description: "What to issue." }) input: CreateAgreementsInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateAgreementsPayload> {
    const done = await createAgreements(context, input);
    if (!done.ok) return payload<IssuedAgreements>(context, done);
    const issued = done.value.issued.map(({ pair, ...one }) => ({
      ...one,
      accessId: pair?.accessId ?? null,
      agreementId: pair?.agreementId ?? null,
      letterUrl: letterUrlOf(one.planId),
    }));
    return payload(context, accept({ issued }));
  }

  @Mutation(() => AdjustIncidentsPayload, {
    description: "Adds or takes incidents. Staff with the right MANAGE_AGREEMENTS.",
  })
  async adjustIncidents(
    @Arg("input", () => AdjustIncidentsInput, { description: "The correction." }) input: AdjustIncidentsInput,
    @Ctx() context: RequestContext,
  ): Promise<AdjustIncidentsPayload> {
    return change(context, "adjustIncidents", input, (tx, act) =>
      adjustIncidents(tx, idOf("pln", input.planId), input, act),
    );
  }

  @Mutation(() => UpdateAgreementEndPayload, {
    description: "Lets an agreement end later. Staff with the right MANAGE_AGREEMENTS.",
  })
  async updateAgreementEnd(
    @Arg("input", () => UpdateAgreementEndInput, { description: "The new end." }) input: UpdateAgreementEndInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateAgreementEndPayload> {
    return change(context, "updateAgreementEnd", input, (tx, act) =>
      updateAgreementEnd(tx, idOf("pln", input.planId), input, act),
    );
  }

  @Mutation(() => UpdateActivationEndPayload, {
    description: "Gives an agreement more time to be activated. Staff with the right MANAGE_AGREEMENTS.",
  })
  async updateActivationEnd(
    @Arg("input", () => UpdateActivationEndInput, { description: "The new last day for it." })
    input: UpdateActivationEndInput,
    @Ctx() context: RequestContext,
  ): Promise<UpdateActivationEndPayload> {
    return change(context, "updateActivationEnd", input, (tx, act) =>
      updateActivationEnd(tx, idOf("pln", input.planId), input, act),
    );
  }

  @Mutation(() => RevokeAgreementPayload, {
    description:
      "Withdraws an agreement: nobody registers or uses it any more. Staff with the right MANAGE_AGREEMENTS.",
  })
  async revokeAgreement(
    @Arg("input", () => RevokeAgreementInput, { description: "The agreement." }) input: RevokeAgreementInput,
    @Ctx() context: RequestContext,
  ): Promise<RevokeAgreementPayload> {
    return change(context, "revokeAgreement", input, (tx, act) =>
      revokeAgreement(tx, idOf("pln", input.planId), input, act),
    );
  }

  @Mutation(() => RotatePairPayload, {
    description: "Gives an agreement new IDs; the old ones open nothing. Staff with the right MANAGE_AGREEMENTS.",
  })
  async rotatePair(
    @Arg("input", () => RotatePairInput, { description: "The agreement." }) input: RotatePairInput,
    @Ctx() context: RequestContext,
  ): Promise<RotatePairPayload> {
    const pair = newPair();
    const rotation = { reason: input.reason, keepsHolders: input.keepsHolders ?? true, pair };
    const { isRepeated, ...rotated } = await change(context, "rotatePair", input, (tx, act) =>
      rotatePair(tx, idOf("pln", input.planId), rotation, act),
    );
    const isShown = rotated.agreement !== null && !isRepeated;
    return { ...rotated, ...(isShown ? pair.shown : NOT_SHOWN) };
  }

  @Mutation(() => CreateActivationLinkPayload, {
    description: "Makes an activation link in place of the one before. Staff with the right MANAGE_AGREEMENTS.",
  })
  async createActivationLink(
    @Arg("input", () => CreateActivationLinkInput, { description: "The agreement." }) input: CreateActivationLinkInput,
    @Ctx() context: RequestContext,
  ): Promise<CreateActivationLinkPayload> {
    return payload(context, await passOnAgreement(context, input));
  }
}

/** A pair is told by the answer that made it, and by no answer under the same key again. */
const NOT_SHOWN = { accessId: null, agreementId: null };

/** @throws RequestError NOT_FOUND */
const change = async (
  context: RequestContext,
  operation: string,
  input: { readonly planId: string; readonly idempotencyKey?: string | null },
  work: (tx: WriteStores, act: Act) => Promise<Outcome<ManagedPlan> | null>,
): Promise<ManagedAgreementPayload & { readonly isRepeated: boolean }> => {
  const act = { actorId: accountOf(context).id, at: context.clock.now() };
  let isRepeated = true;
  const done = await context.db.transaction(operation, async (tx): Promise<Outcome<ManagedPlan>> => {
    await once(tx, commandOf(context, operation, input), async () => {
      // Locked, so that nobody else's change is counted with it, or hides it.
      const before = await tx.of(managedPlanStore).byIdForChange(idOf("pln", input.planId));
      const answer = await work(tx, act);
      if (before === null || answer === null) throw new RequestError("NOT_FOUND");
      if (!answer.ok) return tx.abort(answer);
      const counted = await countMoved(
        tx,
        context,
        Math.abs(usableIncidents(answer.value, act.at) - usableIncidents(before, act.at)),
      );
      if (!counted.ok) return tx.abort(counted);
      isRepeated = false;
      return null;
    });
    const agreement = await tx.of(managedPlanStore).byId(idOf("pln", input.planId));
    if (agreement === null) throw new RequestError("NOT_FOUND");
    return accept(agreement);
  });
  const answer = done.ok ? accept({ agreement: done.value }) : done;
  return { ...payload<{ agreement: ManagedPlan }>(context, answer), isRepeated };
};
