/** The activation link of an agreement: where it stands, and a new one in its place, shown this once (F56). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { useFormatters } from "../../../lib/formatters";
import { type RefusalText, useRefusalText } from "../../../lib/refusal-text";
import { Card } from "../../../ui/card";
import { Notice } from "../../../ui/notice";
import { visibleControls } from "../../../ui/visible-controls";
import styles from "../administration.module.css";
import { CreateActivationLinkDocument, type ManagedFactsFragment } from "./managed.generated";
import { LetterLink, ShownOnce } from "./shown-once";

interface Props {
  readonly agreement: ManagedFactsFragment;
  readonly mayManage: boolean;
}

export function ActivationCard({ agreement, mayManage }: Props) {
  const refusalText = useRefusalText();
  const [link, setLink] = useState<{ readonly url: string; readonly expiresAt: string } | null>(null);
  const [problem, setProblem] = useState<RefusalText | null>(null);
  const [create, { loading }] = useMutation(CreateActivationLinkDocument);
  const isOver = agreement.state === "REVOKED";
  const make = async (): Promise<void> => {
    setProblem(null);
    try {
      const { data } = await create({ variables: { input: { planId: agreement.id } } });
      const refusal = data?.createActivationLink.userErrors[0];
      if (refusal !== undefined) return setProblem(refusalText(refusal));
      setLink(data?.createActivationLink.activation ?? null);
    } catch (error) {
      setProblem(refusalText(error));
    }
  };
  return (
    <Card
      title={<FormattedMessage id="managed.passOn" />}
      footer={
        mayManage &&
        !isOver && (
          <>
            <Button variant="default" loading={loading} onClick={() => void make()}>
              <FormattedMessage id="managed.activation.make" />
            </Button>
            <LetterLink url={agreement.letterUrl} />
          </>
        )
      }
    >
      <ActivationWords agreement={agreement} />
      {problem !== null && (
        <Notice tone="loss" title={problem.message} code={problem.code}>
          <p>{problem.remedy}</p>
        </Notice>
      )}
      {link !== null && (
        <Notice tone="good" isLive title={<FormattedMessage id="managed.activation.made" />}>
          <ShownOnce activation={link} />
        </Notice>
      )}
    </Card>
  );
}

function ActivationWords({ agreement: { activation } }: { readonly agreement: ManagedFactsFragment }) {
  const format = useFormatters();
  return (
    <p className={styles.quiet}>
      {activation === null ? (
        <FormattedMessage id="managed.activation.none" />
      ) : (
        <FormattedMessage
          id={`managed.activation.${activation.state}`}
          values={{
            when: format.instant(activation.usedAt ?? activation.expiresAt),
            name: visibleControls(activation.usedBy?.name ?? activation.usedBy?.email ?? "–"),
          }}
        />
      )}
    </p>
  );
}
