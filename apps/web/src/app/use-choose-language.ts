/** What choosing a language in the header does: signed in it changes the account's, which every device and letter goes by; else it is kept in this browser (R54, K8). */
import { useApolloClient } from "@apollo/client/react";
import { useIntl } from "react-intl";
import { useCommand } from "../lib/commands/use-command";
import { CODE_OF_LANGUAGE, LANGUAGE_OF_CODE, type Language, storeLanguage, useLanguage } from "../lib/language";
import { type RefusalText, useRefusalText } from "../lib/refusal-text";
import type { Viewer } from "../lib/viewer";
import { ViewerDocument } from "../lib/viewer.generated";
import { type Outcome, useOutcome, useToldAfter } from "../ui/outcome";
import { ChooseLanguageDocument } from "./choose-language.generated";

export function useChooseLanguage(viewer: Viewer | null): (language: Language) => void {
  const client = useApolloClient();
  const { formatMessage } = useIntl();
  const { language: spoken, speak } = useLanguage();
  const refusalText = useRefusalText();
  const tell = useOutcome();
  const tellRefusal = (refusal: unknown): void => tell(problemOf(refusalText(refusal)));
  const show = async (language: Language): Promise<void> => {
    storeLanguage(language);
    await speak(language);
  };
  const { send, timesDone } = useCommand(ChooseLanguageDocument, {
    done: null,
    onDone: (_answer, { input }) => show(LANGUAGE_OF_CODE[input.language]),
    onRefused: ({ userErrors }) => tellRefusal(userErrors[0]),
    onFailed: tellRefusal,
  });
  useToldAfter(timesDone, formatMessage({ id: "shell.language.chosen" }));
  const changeAccount = async (language: Language): Promise<void> => {
    // As it stands now: the rest of it may have been changed elsewhere since this page was told.
    const { data } = await client.query({ query: ViewerDocument, fetchPolicy: "network-only" });
    const profile = data?.viewer.account.profile;
    if (profile == null) return show(language);
    const { country, timeZone, phone, preferredContactMethod } = profile;
    const code = CODE_OF_LANGUAGE[language];
    await send({ input: { country, timeZone, phone, preferredContactMethod, language: code } });
  };
  return (language) => {
    if (viewer?.account.profile == null) void show(language).catch(tellRefusal);
    else if (language !== spoken) void changeAccount(language).catch(tellRefusal);
  };
}

const problemOf = ({ message, remedy }: RefusalText): Outcome => ({ text: `${message} ${remedy}`, isRefused: true });
