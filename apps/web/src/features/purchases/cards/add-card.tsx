/** Leads to the provider's page, where a card is entered; its number never passes through here (R76, F25, P-6). */
import { useMutation } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconCreditCard } from "@tabler/icons-react";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type UserErrorFields, useRefusalText } from "../../../lib/refusal-text";
import { Notice } from "../../../ui/notice";
import styles from "../purchases.module.css";
import { cardPageFor } from "./card-page";
import { BeginCardSetupDocument } from "./cards.generated";

interface Props {
  /** Path of this portal that the browser comes back to; `cardSetup` is added to its query. */
  readonly returnTo: string;
  readonly isMain?: boolean;
  /** Does the saving before the page is left; nothing may be lost. */
  readonly onLeave?: () => Promise<void> | void;
}

export function AddCard({ returnTo, isMain = false, onLeave }: Props) {
  const refusalText = useRefusalText();
  const [problem, setProblem] = useState<UserErrorFields | Error | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [begin, { loading }] = useMutation(BeginCardSetupDocument, { fetchPolicy: "no-cache" });
  const add = async (): Promise<void> => {
    setProblem(null);
    try {
      await onLeave?.();
      const { data } = await begin({ variables: { input: { returnTo } } });
      const { setup = null, userErrors = [] } = data?.beginCardSetup ?? {};
      const [refusal] = userErrors;
      if (refusal !== undefined || setup === null) return setProblem(refusal ?? new Error("no setup"));
      setLeaving(true);
      // Stripe's element is let in on the cards page alone, by the policy that page is loaded with.
      window.location.assign(setup.redirectUrl ?? cardPageFor(returnTo));
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const text = problem === null ? null : refusalText(problem);
  return (
    <div className={styles.add}>
      {text !== null && (
        <Notice tone="loss" title={text.message} code={text.code}>
          <p>{text.remedy}</p>
        </Notice>
      )}
      <div>
        <Button
          variant={isMain ? undefined : "default"}
          leftSection={<IconCreditCard size={18} aria-hidden />}
          loading={loading || isLeaving}
          onClick={() => void add()}
        >
          <FormattedMessage id="purchases.cards.add" />
        </Button>
      </div>
      <p className={styles.quiet}>
        <FormattedMessage id="purchases.cards.add.where" />
      </p>
    </div>
  );
}
