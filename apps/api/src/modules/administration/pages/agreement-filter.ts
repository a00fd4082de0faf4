/** Which agreements an export is asked for: the names and meanings of `ManagedAgreementFilter`, in the address (F56). */
import { isCivilDate, PLAN_STATES, z } from "@accord/domain";

const text = z.string().max(200).optional();

/** Strict: a name nobody knows would give more than was asked for. */
const SHAPE = z.strictObject({
  idPart: text,
  holder: text,
  programmeId: text,
  state: z.enum(PLAN_STATES).optional(),
  endingBefore: z.string().refine(isCivilDate).optional(),
});

export type AgreementFilter = z.infer<typeof SHAPE>;

/** Null where the address asks for something that cannot be found. */
export const agreementFilterOf = (query: unknown): AgreementFilter | null => {
  const read = SHAPE.safeParse(query);
  return read.success ? read.data : null;
};
