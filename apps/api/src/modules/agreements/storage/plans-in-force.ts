/** Agreements of an import are written before they are in force: nobody may see them until all of them are (K9). */

/** Of the table alias: what a plan has to fulfil wherever plans are looked for. */
export const isInForce = (alias: string): string =>
  `(${alias}.import_id IS NULL OR EXISTS (SELECT 1 FROM agreement_import f WHERE f.id = ${alias}.import_id AND f.state = 'LOADED'))`;

/** Of the table alias: nobody has to activate it any more. The days of one that waits, or has lapsed, are only the latest it could have. */
export const isActivated = (alias: string): string =>
  `NOT EXISTS (SELECT 1 FROM plan_activation w WHERE w.plan_id = ${alias}.id AND w.activated_at IS NULL)`;

/** As `isInForce`, and those of an import that may still come to its end; not those of one that was dropped. */
export const mayComeInForce = (alias: string): string =>
  `(${alias}.import_id IS NULL OR EXISTS (SELECT 1 FROM agreement_import f WHERE f.id = ${alias}.import_id AND f.state IN ('LOADED', 'LOADING')))`;
