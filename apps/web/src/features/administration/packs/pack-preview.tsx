/** What loading a file would do: its problems by line, or what differs and whose outcome changes, counted and listed (F58). */
import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { FormattedMessage, FormattedNumber } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { Badge, type BadgeTone } from "../../../ui/badge";
import { Card } from "../../../ui/card";
import { Notice } from "../../../ui/notice";
import styles from "./packs.module.css";
import { FEW, type Preview } from "./use-pack";

interface Props {
  readonly preview: Preview;
  readonly isBusy: boolean;
  readonly onMore: () => void;
  readonly onLoad: () => void;
}

export function PackPreview({ preview, isBusy, onMore, onLoad }: Props) {
  const format = useFormatters();
  const { problems, digest, isUnchanged, changes, plans, drafts, effectiveOn } = preview;
  const counts = useRef<HTMLDivElement>(null);
  // Longer lists of the same look leave the focus where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file or another day is another look.
  useEffect(() => counts.current?.focus(), [digest, effectiveOn]);
  if (digest === null)
    return (
      <Notice tone="loss" title={<FormattedMessage id="packs.problems" values={{ count: problems.length }} />}>
        <ul className={styles.problems}>
          {problems.map(({ line, path, message }) => (
            <li key={`${line} ${path} ${message}`}>
              <span className={styles.line}>
                <FormattedMessage id="packs.line" values={{ line }} />
              </span>
              {path !== "" && <code className={styles.path}>{path}</code>}
              <span>{message}</span>
            </li>
          ))}
        </ul>
      </Notice>
    );
  if (isUnchanged) return <Notice isLive title={<FormattedMessage id="packs.unchanged" />} />;
  const more = { isBusy, onMore };
  return (
    <Card title={<FormattedMessage id="packs.preview" values={{ day: format.day(effectiveOn ?? "") }} />}>
      <div ref={counts} tabIndex={-1} role="status" className={styles.counts}>
        <Count id="packs.count.changes" value={changes.totalCount} />
        <Count id="packs.count.plans" value={plans.totalCount} />
        <Count id="packs.count.drafts" value={drafts.totalCount} />
      </div>
      <Changes changes={changes} {...more} />
      <Plans plans={plans} {...more} />
      <Drafts drafts={drafts} {...more} />
      <div className={styles.links}>
        <Button onClick={onLoad} loading={isBusy}>
          <FormattedMessage id="packs.load.verb" />
        </Button>
      </div>
    </Card>
  );
}

function Count({ id, value: given }: { readonly id: string; readonly value: number | null }) {
  const value = given ?? 0;
  return (
    <span className={styles.count}>
      <span className={styles.number}>
        <FormattedNumber value={value} />
      </span>
      <FormattedMessage id={id} values={{ count: value }} />
    </span>
  );
}

interface MoreProps {
  readonly isBusy: boolean;
  readonly onMore: () => void;
}

/** The end of a list: the rest, or where to see it. */
function More({
  shown,
  total,
  few,
  isBusy,
  onMore,
}: MoreProps & { readonly shown: number; readonly total: number | null; readonly few: number }) {
  if (total === null || shown >= total) return null;
  return (
    <p className={styles.links}>
      <span className={styles.quiet}>
        <FormattedMessage id="ui.shownOf" values={{ shown, total }} />
      </span>
      {shown <= few ? (
        <Button size="compact-sm" variant="default" loading={isBusy} onClick={onMore}>
          <FormattedMessage id="ui.loadMore" />
        </Button>
      ) : (
        <span className={styles.quiet}>
          <FormattedMessage id="packs.rest" />
        </span>
      )}
    </p>
  );
}

const OP_TONES: Readonly<Record<Preview["changes"]["nodes"][number]["op"], BadgeTone>> = {
  ADDED: "good",
  REMOVED: "loss",
  CHANGED: "accent",
  REORDERED: "quiet",
};

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        <FormattedMessage id={title} />
      </h3>
      {children}
    </section>
  );
}

function Changes({ changes, ...more }: MoreProps & { readonly changes: Preview["changes"] }) {
  return (
    <Section title="packs.changes">
      <ul className={styles.list}>
        {changes.nodes.map(({ op, path, before, after }) => (
          <li key={`${op} ${path}`} className={styles.change}>
            <Badge tone={OP_TONES[op]}>
              <FormattedMessage id={`packs.op.${op}`} />
            </Badge>
            <code className={styles.path}>{path}</code>
            {before !== null && <del className={styles.before}>{before}</del>}
            {after !== null && <ins className={styles.after}>{after}</ins>}
          </li>
        ))}
      </ul>
      <More shown={changes.nodes.length} total={changes.totalCount} few={FEW.changes} {...more} />
    </Section>
  );
}

function Plans({ plans, ...more }: MoreProps & { readonly plans: Preview["plans"] }) {
  const format = useFormatters();
  if (plans.totalCount === 0) return null;
  const versions = (named: readonly { readonly name: string }[], count: number): string =>
    format.list([...named.map(({ name }) => name), ...(count > named.length ? [`+${count - named.length}`] : [])]);
  return (
    <Section title="packs.plans">
      <ul className={styles.list}>
        {plans.nodes.map((plan) => (
          <li key={plan.id} className={styles.change}>
            <span className={styles.name}>
              {plan.programme.name}
              <code className={styles.quiet}>{plan.id}</code>
            </span>
            <span className={styles.quiet}>
              <FormattedMessage
                id="packs.plan.when"
                values={{ from: format.stamp(plan.from), end: format.day(plan.endsOn) }}
              />
            </span>
            {plan.lostCount > 0 && (
              <span>
                <FormattedMessage
                  id="packs.plan.lost"
                  values={{ count: plan.lostCount, versions: versions(plan.lost, plan.lostCount) }}
                />
              </span>
            )}
            {plan.gainedCount > 0 && (
              <span>
                <FormattedMessage
                  id="packs.plan.gained"
                  values={{ count: plan.gainedCount, versions: versions(plan.gained, plan.gainedCount) }}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      <More shown={plans.nodes.length} total={plans.totalCount} few={FEW.plans} {...more} />
    </Section>
  );
}

function Drafts({ drafts, ...more }: MoreProps & { readonly drafts: Preview["drafts"] }) {
  if (drafts.totalCount === 0) return null;
  return (
    <Section title="packs.drafts">
      <ul className={styles.list}>
        {drafts.nodes.map(({ id, account, productVersion, before, after }) => (
          <li key={id} className={styles.change}>
            <span className={styles.name}>
              {account?.name ?? id}
              <span className={styles.quiet}>{productVersion?.name}</span>
            </span>
            <Answers id="packs.draft.before" sentences={before} />
            <Answers id="packs.draft.after" sentences={after} />
          </li>
        ))}
      </ul>
      <More shown={drafts.nodes.length} total={drafts.totalCount} few={FEW.drafts} {...more} />
    </Section>
  );
}

function Answers({ id, sentences }: { readonly id: string; readonly sentences: readonly string[] }) {
  return (
    <span>
      <span className={styles.quiet}>
        <FormattedMessage id={id} />
      </span>{" "}
      {sentences.length === 0 ? <FormattedMessage id="packs.draft.accepted" /> : sentences.join(" ")}
    </span>
  );
}
