/** What choosing a language in the header does: signed in it changes the account's, which every device and letter goes by; else it is kept in this browser (R54, K8). */
import { useIntl } from "react-intl";
import { type Outcome, useOutcome, useToldAfter } from "../lib/commands/outcome";
import { useCommand } from "../lib/commands/use-command";
import { type Language, storeLanguage, useLanguage } from "../lib/language";
import { type RefusalText, useRefusalText } from "../lib/refusal-text";
import type { Viewer } from "../lib/viewer";
import { ChooseLanguageDocument } from "./choose-language.generated";

export function useChooseLanguage(viewer: Viewer | null): (language: Language) => void {
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
    onDone: (_answer, { input }) => show(input.language === "RO" ? "ro" : "en"),
    onRefused: ({ userErrors }) => tellRefusal(userErrors[0]),
    onFailed: tellRefusal,
  });
  useToldAfter(timesDone, formatMessage({ id: "shell.language.chosen" }));
  const profile = viewer?.account.profile;
  return (language) => {
    if (profile == null) void show(language).catch(tellRefusal);
    else if (language !== spoken) {
      const { country, timeZone, phone, preferredContactMethod } = profile;
      const code = language === "ro" ? "RO" : "EN";
      void send({ input: { country, timeZone, phone, preferredContactMethod, language: code } });
    }
  };
}

const problemOf = ({ message, remedy }: RefusalText): Outcome => ({ text: `${message} ${remedy}`, isRefused: true });
