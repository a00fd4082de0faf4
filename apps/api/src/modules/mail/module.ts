/** Mail: letters that go out, answers that come in (F22, F43). The face of the module: what others use of it is exported here, the types of its schema by graphql.ts. */
import type { ApiModule } from "../../kernel/module.js";
import { signIn } from "../identity/module.js";
import { mailOffice } from "./mail.js";
import { registerMailPage } from "./mail-page.js";

export const mail = {
  routes: (app, { db, of }) =>
    registerMailPage(app, { db, authenticate: of(signIn).authenticate, mail: of(mailOffice) }),
} satisfies ApiModule;

export { writeActivationReminder } from "./letters/activation-letter.js";
export { letterOf } from "./letters/letter-of.js";
export { createLinkMails } from "./link-mails.js";
export { createMail, type Mail, type MailOptions, mailOffice } from "./mail.js";
