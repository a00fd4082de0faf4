/** The part of an erasure that requests bring: whose words go, where a name is struck out, who is told nothing any more (F83, decision 55). */

import type { Erased } from "../../kernel/db/subject.js";
import { type Subject, strikerOf } from "../../kernel/db/subject.js";
import { kernelSubjectStore } from "../../kernel/subject.store.js";
import { subjectHelpStore } from "../help/module.js";
import { subjectRequestStore } from "./storage/subject.store.js";

export const erasePerson: Erased = async (tx, subject: Subject, at) => {
  const { requests, contactIds } = await tx.of(subjectRequestStore).erase(subject, at);
  const ids = (isTheirsAlone: boolean): string[] =>
    requests.filter((one) => one.isTheirsAlone === isTheirsAlone).map(({ requestId }) => requestId);
  await tx.of(subjectHelpStore).forget(ids(true));
  await tx.of(subjectHelpStore).strike(ids(false), strikerOf(subject));
  const all = requests.map(({ requestId }) => requestId);
  await tx.of(kernelSubjectStore).forgetMessages([subject.accountId, ...contactIds], all, at);
};
