/** On the cards page, for Stripe: its element in a frame of Stripe's own; what is typed there never reaches us (F25, P-6). */

import { Button, useComputedColorScheme } from "@mantine/core";
import type { Stripe, StripeElements } from "@stripe/stripe-js";
import { useEffect, useRef, useState } from "react";
import { FormattedMessage } from "react-intl";
import { useBackgroundMutation } from "../../../lib/commands/use-background-mutation";
import { useLanguage } from "../../../lib/language";
import { useRefusalText } from "../../../lib/refusal-text";
import { Card } from "../../../ui/card";
import { LinkButton } from "../../../ui/link-button";
import { Notice } from "../../../ui/notice";
import { TextSkeleton } from "../../../ui/skeletons";
import styles from "../purchases.module.css";
import { BeginCardSetupDocument } from "./cards.generated";

interface Entered {
  readonly stripe: Stripe;
  readonly elements: StripeElements;
  readonly returnUrl: string;
}

/** `returnTo`: path of this portal that the browser comes back to with the card. */
export default function EnterCard({ returnTo }: { readonly returnTo: string }) {
  const refusalText = useRefusalText();
  const { language } = useLanguage();
  const theme = useComputedColorScheme();
  const begin = useBackgroundMutation(BeginCardSetupDocument, { fetchPolicy: "no-cache" });
  const [entered, setEntered] = useState<Entered | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const hasBegun = useRef(false);

  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    const enter = async (): Promise<void> => {
      const { setup, userErrors } = await begin({ input: { returnTo } });
      const [refusal] = userErrors;
      if (refusal !== undefined) return setProblem(refusal);
      if (setup?.redirectUrl) return window.location.assign(setup.redirectUrl);
      if (!setup?.stripe) throw new Error("no way to enter a card");
      const { loadStripe } = await import("@stripe/stripe-js/pure");
      const stripe = await loadStripe(setup.stripe.publishableKey, { locale: language });
      if (stripe === null) throw new Error("Stripe did not load");
      const elements = stripe.elements({
        clientSecret: setup.stripe.clientSecret,
        appearance: { theme: theme === "dark" ? "night" : "stripe" },
      });
      if (place.current !== null) elements.create("payment").mount(place.current);
      const back = new URL(returnTo, window.location.origin);
      back.searchParams.set("cardSetup", setup.id);
      setEntered({ stripe, elements, returnUrl: back.href });
    };
    enter().catch(setProblem);
  }, [begin, returnTo, language, theme]);

  const save = async ({ stripe, elements, returnUrl }: Entered): Promise<void> => {
    setSaid(null);
    setSaving(true);
    // Goes to `returnUrl` when it succeeds, perhaps by way of the bank.
    const { error } = await stripe.confirmSetup({ elements, confirmParams: { return_url: returnUrl } });
    setSaving(false);
    setSaid(error.message ?? null);
  };

  const text = problem === null ? null : refusalText(problem);
  return (
    <Card title={<FormattedMessage id="purchases.cards.enter" />}>
      {text !== null && (
        <Notice tone="loss" title={text.message} requestId={text.requestId}>
          <p>{text.remedy}</p>
        </Notice>
      )}
      {entered === null && problem === null && <TextSkeleton />}
      <div ref={place} />
      {said !== null && (
        <Notice tone="loss">
          <p>{said}</p>
        </Notice>
      )}
      <div className={styles.actions}>
        {entered !== null && (
          <Button loading={isSaving} onClick={() => void save(entered)}>
            <FormattedMessage id="purchases.cards.save" />
          </Button>
        )}
        <LinkButton to={returnTo} variant="default">
          <FormattedMessage id="ui.cancel" />
        </LinkButton>
      </div>
      <p className={styles.quiet}>
        <FormattedMessage id="purchases.cards.add.where" />
      </p>
    </Card>
  );
}
