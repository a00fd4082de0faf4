/** People of one's newest requests, one press each: nobody types a colleague's address twice (R80, R82, R93). */
import { comparableEmail, joinName } from "@accord/domain";
import { useQuery } from "@apollo/client/react";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useId } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { visibleControls } from "../../ui/visible-controls";
import { KEEPS_PAGE } from "../client";
import { type EarlierContactFragment, EarlierContactsDocument } from "./earlier-contacts.generated";
import classes from "./earlier-people.module.css";

export type EarlierPerson = Omit<EarlierContactFragment, "__typename">;

/** More would be a list to search through. */
const SHOWN = 6;

interface Props {
  /** Addresses that are there already. */
  readonly taken: readonly string[];
  readonly onChoose: (person: EarlierPerson) => void;
}

/** Each address once, the newest request first; never oneself. Without an answer nobody is offered. */
function useEarlierPeople(taken: readonly string[]): readonly EarlierPerson[] {
  const { data } = useQuery(EarlierContactsDocument, { context: KEEPS_PAGE, fetchPolicy: "cache-and-network" });
  const known = new Set(taken.map(comparableEmail));
  const people = (data?.myRequests.nodes ?? []).flatMap((request) => [
    request.primaryContact,
    ...request.additionalContacts,
  ]);
  return people.filter((person) => {
    const address = comparableEmail(person.email);
    if (person.isViewer || address === "" || known.has(address)) return false;
    known.add(address);
    return true;
  });
}

export function EarlierPeople({ taken, onChoose }: Props) {
  const { formatMessage } = useIntl();
  const id = useId();
  const people = useEarlierPeople(taken).slice(0, SHOWN);
  if (people.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons under a name; a fieldset would be a form of its own
    <div role="group" aria-labelledby={id} className={classes.people}>
      <p id={id} className={classes.title}>
        <FormattedMessage id="people.earlier" />
      </p>
      <div className={classes.row}>
        {people.map((person) => {
          const name = visibleControls(joinName(person) || person.email);
          return (
            <Button
              key={person.email}
              variant="default"
              size="compact-md"
              className={classes.person}
              leftSection={<IconPlus size={14} aria-hidden />}
              title={visibleControls(person.email)}
              aria-label={formatMessage({ id: "people.choose" }, { name, email: visibleControls(person.email) })}
              onClick={() => onChoose(person)}
            >
              {name}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
