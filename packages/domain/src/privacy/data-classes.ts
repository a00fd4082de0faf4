/** What kinds of data there are (F83): every column of every table is of one, and the class says what becomes of it. */

export interface DataClassFacts {
  /** What it is. */
  readonly what: string;
  /** Why it is kept. */
  readonly why: string;
  /** How long. */
  readonly kept: string;
  /** Whether it tells something of a person by itself: its table says whose it is. */
  readonly isPersonal: boolean;
  /** Whether a person gets it with an export of their data. */
  readonly isExported: boolean;
  /** Whether it goes where a row stays and its person is erased. */
  readonly isErased: boolean;
}

const OF_NOBODY = { isPersonal: false, isExported: true, isErased: false } as const;
const OF_A_PERSON = { isPersonal: true, isExported: true, isErased: true } as const;

export const DATA_CLASSES = {
  ID: {
    ...OF_NOBODY,
    what: "names of rows and things",
    why: "one thing is found from another; of an erased person it is a pseudonym",
    kept: "as long as what it names",
  },
  FACT: {
    ...OF_NOBODY,
    what: "states, times and counts of things",
    why: "the service is carried out and accounted for",
    kept: "as long as its row",
  },
  IDENTITY: {
    ...OF_A_PERSON,
    what: "who somebody is: name, sign-in, language and place",
    why: "people are recognised and addressed",
    kept: "until the account is erased, a contact's until the request is cleared",
  },
  CONTACT: {
    ...OF_A_PERSON,
    what: "how somebody is reached",
    why: "answers arrive",
    kept: "until the account is erased, a contact's until the request is cleared",
  },
  WORDS: {
    ...OF_A_PERSON,
    what: "what somebody wrote",
    why: "the problem is understood and solved",
    kept: "a request's until it is removed, by default never; a draft's until it runs out",
  },
  FILE: {
    ...OF_A_PERSON,
    what: "files somebody sent",
    why: "the problem is understood and solved",
    kept: "a request's until it is removed, by default never; a draft's until it runs out",
  },
  TRACE: {
    ...OF_A_PERSON,
    what: "traces of use: device, network, sign-ins, replies kept under a key",
    why: "misuse is seen, a command sent twice acts once",
    kept: "a session until it ends, a reply under a key for 30 days, a sent message until it is removed, by default never",
  },
  SECRET: {
    ...OF_A_PERSON,
    isExported: false,
    what: "digests and sealed values",
    why: "tokens and links are recognised without being kept in clear",
    kept: "until what it opens is used or has run out",
  },
  MONEY: {
    what: "purchases, receipts and the ledger",
    why: "books have to be kept",
    kept: "for good: books are not shortened",
    isPersonal: true,
    isExported: true,
    isErased: false,
  },
  AUDIT: {
    what: "who did what",
    why: "what matters can be held against somebody and for somebody",
    kept: "for good; the details of an erased person go",
    isPersonal: true,
    isExported: true,
    isErased: false,
  },
  CONFIGURATION: {
    ...OF_NOBODY,
    isExported: false,
    what: "what the vendor set up and published",
    why: "the portal works as the vendor wants it",
    kept: "until it is replaced",
  },
} as const satisfies Readonly<Record<string, DataClassFacts>>;

export type DataClass = keyof typeof DATA_CLASSES;

export const isDataClass = (text: unknown): text is DataClass =>
  typeof text === "string" && Object.hasOwn(DATA_CLASSES, text);

export const factsOf = (dataClass: DataClass): DataClassFacts => DATA_CLASSES[dataClass];
