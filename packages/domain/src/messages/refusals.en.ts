/** English: what each refusal says, and what to do next. ICU text; parameters come with the refusal. */
import type { RefusalMessages } from "./message.js";

export const refusalsEn = {
  INPUT_REQUIRED: { message: "This field is empty.", remedy: "Please fill it in." },
  INPUT_TOO_LONG: {
    message: "This text is too long.",
    remedy: "Please shorten it to at most {max, plural, one {# character} other {# characters}}.",
  },
  INPUT_INVALID: {
    message:
      "{expected, select, email {This is not a single e-mail address.} nameOfIssuer {Your name comes from the organisation you sign in with.} addressOfIssuer {Your address comes from the organisation you sign in with.} phone {This is not a full telephone number.} country {This country is not on the list.} timeZone {This time zone is not known.} language {This language is not offered.} choice {This choice is not on the list.} requestNumber {This is not the number of a support request.} asker {This person cannot be added: no usable address, or another contact has it.} uninvited {This person sees the request already.} day {This is not a day.} laterDay {This day does not extend the agreement.} count {This is not a usable number.} moment {This is not a date and time.} question {This form has no such question.} programmeOnSale {This programme has been retired: no agreements of it are issued any more.} slug {This is not a usable name for an address.} redeemByDay {This day is not a later day on which the agreement could still be activated.} redeemableStart {A membership that began on this day can no longer be activated.} other {This text contains characters that cannot be stored.}}",
    remedy:
      "{expected, select, email {Write one address, such as name@company.example.} nameOfIssuer {Have it corrected there; it changes here at your next sign-in.} addressOfIssuer {Have it corrected there, or sign in with another account.} phone {Write it with the country code, such as +40 722 123 456.} country {Choose a country from the list.} timeZone {Choose a time zone from the list.} language {Choose English or Romanian.} choice {Choose again from the list.} requestNumber {Type all sixteen digits of the number.} asker {Add the person under another address and pass on the one-time link.} uninvited {Nothing needs to be done.} day {Write it as year, month and day, such as 2027-04-01.} laterDay {Choose a day after the present last day, at most ten years later.} count {Write a whole number within the limits shown.} moment {Choose a day and a time.} question {Reload the page: its questions have changed.} programmeOnSale {Choose a programme that is still offered; agreements issued before can be imported.} slug {Write small letters, digits and single hyphens, such as vpn-does-not-connect.} redeemByDay {Choose today or a day after it, later than the present one and at most ten years on.} redeemableStart {Choose a later first day, or name a last day for activation.} other {Delete the invisible control characters, then try again.}}",
  },
  CHANGED_MEANWHILE: {
    message: "Somebody saved this after you opened it.",
    remedy: "Reload to see the newer version, then make your change again.",
  },
  REAUTHENTICATION_REQUIRED: {
    message: "You signed in more than 15 minutes ago.",
    remedy: "Sign in again to confirm that it is you.",
  },
  PROFILE_INCOMPLETE: {
    message: "Your profile is not complete yet.",
    remedy: "Complete your profile once, then come back here.",
  },
  ACCOUNT_KIND_NOT_ALLOWED: {
    message:
      "{context, select, purchase {Pay-per-incident is not available with a work sign-in.} programme {The programme of this agreement does not admit this kind of account.} staff {A staff account holds no support plans of its own.} other {This kind of account may not do this.}}",
    remedy:
      "{context, select, purchase {Sign out and use a personal account, such as an Outlook.com one.} programme {Sign in with another account: the agreement can be registered there.} staff {Sign in with your own customer account.} other {Sign in with another account.}}",
  },
  AGREEMENT_NOT_ACCEPTED: {
    message: "This Access ID and Agreement ID do not name an agreement that can be added.",
    remedy:
      "Check both IDs against the letter or message they came with. If they are right, ask whoever gave them to you.",
  },
  ACTIVATION_WINDOW_OVER: {
    message: "This agreement had to be activated by {on}.",
    remedy: "Ask whoever issued it for more time to activate it: the same IDs then work.",
  },
  AGREEMENT_ALREADY_REGISTERED: {
    message: "Agreement is already registered.",
    remedy: "It is among your plans. If it cannot be chosen, open the unavailable plans to see why.",
  },
  PLAN_UNAVAILABLE: {
    message: "This support plan cannot be used for this request.",
    remedy:
      "Your text is kept. Read the reasons beside the plan and choose another plan, or follow the advice given there.",
  },
  HANDLED_BY_OTHER_PORTAL: {
    message: "Requests for this product are opened in another portal: {portal}.",
    remedy: "Open the request there. No incident of yours was used.",
  },
  SUPPORT_24X7_NEEDS_CRITICAL: {
    message: "Round-the-clock support comes with critical severity only.",
    remedy: "Choose critical severity, or go on without 24/7 support.",
  },
  ATTACHMENT_NOT_READY: {
    message: "An attachment is still being uploaded.",
    remedy: "Wait until all of it is here, or remove it, then try again.",
  },
  ATTACHMENT_REFUSED: {
    message:
      "{reason, select, EMPTY {This file is empty.} TOO_LARGE {This file is larger than allowed.} TYPE {The content of this file is not what its type says.} INFECTED {A virus was found in this file.} other {This attachment was refused.}}",
    remedy:
      "{reason, select, EMPTY {Choose the file again once it has content.} TOO_LARGE {Send at most {mebibytes, number} MiB a file: compress it or split it.} TYPE {Check that the file is the right one and whole, then send it with its own name, or inside an archive.} INFECTED {It is not handed out to anybody. Remove it, and check the computer it comes from.} other {Remove it, or send the content in another form.}}",
  },
  ATTACHMENT_LIMIT_REACHED: {
    message:
      "{what, select, BYTES {The files of the request would take more than {mebibytes, number} MiB together.} other {The request holds {files, plural, one {# file} other {# files}} already, as many as it may.}}",
    remedy:
      "{what, select, BYTES {Remove a file first, or send only the part that matters.} other {Remove one first, or put several files into one archive.}}",
  },
  CONTACT_REMOVAL_NOT_ALLOWED: {
    message: "Only the engineer who owns the request can remove other contacts.",
    remedy: "Ask the engineer. You can always remove yourself.",
  },
  PRIMARY_CONTACT_REQUIRED: {
    message:
      "{context, select, last {This is the last contact of the request.} other {A request always has a primary contact.}}",
    remedy: "{context, select, last {Add another contact first.} other {Choose who becomes the primary contact.}}",
  },
  CONTACT_LIMIT_REACHED: {
    message: "There is room for {limit, plural, one {# contact} other {# contacts}} only.",
    remedy: "Leave some of them out.",
  },
  DRAFT_LIMIT_REACHED: {
    message:
      "You already have {limit, plural, one {# unfinished request} other {# unfinished requests}}, as many as the portal keeps.",
    remedy: "Continue one of them, or delete the drafts you no longer need.",
  },
  INVITE_NOT_VALID: {
    message: "This link was used before, has ended, or belongs to another address.",
    remedy: "Ask for a new link.",
  },
  REQUEST_CLOSED: {
    message: "This request is closed.",
    remedy: "Reopen it within 14 days after closing, or create a new request.",
  },
  REOPEN_WINDOW_OVER: {
    message: "This request was closed more than {days, plural, one {# day} other {# days}} ago.",
    remedy: "Create a new request and mention the number of this one.",
  },
  ALREADY_A_MESSAGE: {
    message: "This counts as a message already.",
    remedy: "There is nothing to do; reload the page to see it.",
  },
  EDIT_WINDOW_OVER: {
    message: "This message can no longer be changed.",
    remedy: "Send another message with the correction.",
  },
  STATUS_CHANGE_NOT_ALLOWED: {
    message:
      "{act, select, withdraw {An engineer has taken this request: it can no longer be withdrawn.} rate {A request is rated once it is solved or closed.} reopen {There is nothing to reopen: this request is open or was withdrawn.} other {The request cannot move to this status from where it stands.}}",
    remedy:
      "{act, select, withdraw {Close it instead, or write to the engineer.} rate {Come back when it is solved.} reopen {Write in the open request, or create a new one.} other {Reload the request and choose one of the statuses offered.}}",
  },
  NOT_REQUEST_OWNER: {
    message: "Only the engineer who owns this request can do this.",
    remedy: "Take the request over first, or ask its owner.",
  },
  REFUND_NOT_POSSIBLE: {
    message: "This incident cannot be given back.",
    remedy: "Check whether it was given back before, and whether the reason fits.",
  },
  PURCHASE_NOT_ENABLED: {
    message: "This portal does not sell incidents.",
    remedy: "Add an agreement instead, or ask your support vendor how to buy support.",
  },
  PACK_NOT_SOLD_IN_REGION: {
    message: "This pack is not sold in your region.",
    remedy:
      "{single, select, yes {Choose a single incident instead.} other {Add an agreement instead, or ask your support vendor how to buy support.}}",
  },
  CONSENT_REQUIRED: {
    message: "The charge needs your consent.",
    remedy: "Read the line above the button and tick it if you agree.",
  },
  PAYMENT_METHOD_NOT_USABLE: {
    message: "This payment method cannot be charged.",
    remedy: "Choose another card, or add a new one.",
  },
  PAYMENT_DECLINED: {
    message: "The payment was declined. You were not charged.",
    remedy: "Try another card, or ask your bank. Your text is kept.",
  },
  ADJUSTMENT_NOT_POSSIBLE: {
    message: "This agreement cannot be changed in this way.",
    remedy:
      "Check that it has not been withdrawn, and that between none and all of the granted incidents would be left.",
  },
  TABLE_NOT_READ: {
    message:
      "{reason, select, EMPTY {The file has no rows.} NOT_TEXT {The file is neither text nor a workbook (.xlsx).} NOT_UTF8 {The file is not in UTF-8.} NOT_JSON {The file is not a JSON list of objects.} NO_COLUMN {The head of the file lacks {place}.} COLUMN_TWICE {The head of the file names the column {place} twice.} STRAY_QUOTE {Line {line}, column {place}: a quotation mark stands inside a cell that does not begin and end with one.} OPEN_QUOTE {The quotation mark that opens on line {line} is never closed.} CELL_LONG {Line {line} has a cell of more than {max} characters.} TOO_MANY_ROWS {The file has more than {max} rows.} TOO_MANY_COLUMNS {The file has more than {max} columns.} OLD_WORKBOOK {The file is a workbook that is old (.xls) or locked.} WORKBOOK_BROKEN {The workbook is broken, or is of another kind than .xlsx.} WORKBOOK_LARGE {Unpacked, the workbook is larger than {max} MiB.} WORKBOOK_SHEETS {The workbook has rows on more than one sheet: {place}.} WORKBOOK_MERGED {The cells {place} are merged.} other {The file cannot be read.}}",
    remedy:
      "{reason, select, EMPTY {Send a file with a head and at least one row.} NOT_TEXT {Save it as .xlsx, or as CSV (UTF-8), and send it again.} NOT_UTF8 {Save it in UTF-8, and send it again.} NO_COLUMN {Add the columns by these names to the first line, and send the file again.} STRAY_QUOTE {Put the whole cell in quotation marks and double those inside, or save the file anew from your spreadsheet.} OPEN_QUOTE {Close it, or save the file anew from your spreadsheet.} TOO_MANY_ROWS {Divide the file and send the parts one after the other.} OLD_WORKBOOK {Save it unlocked as .xlsx, and send it again.} WORKBOOK_BROKEN {Save it anew as .xlsx or as CSV, and send it again.} WORKBOOK_LARGE {Save its rows as CSV, and send that.} WORKBOOK_SHEETS {Leave the one to be read, hide or delete the others, and send the file again.} WORKBOOK_MERGED {Split them, so that each row has its own cells, and send the file again.} other {Correct the file and send it again; nothing of it was taken.}}",
  },
  IMPORT_NOT_VALID: {
    message:
      "{reason, select, PAUSED {The import {importId} has not come to its end: nothing of it is in force.} RUNNING {Another import is being worked on.} other {This import cannot be started or stopped any more.}}",
    remedy:
      "{reason, select, PAUSED {Let it go on, or drop it; then send the file again.} RUNNING {Wait until it is finished, or stop it.} other {Look at what it came to, or send the file again.}}",
  },
  PACK_NOT_VALID: {
    message:
      "{reason, select, CHANGED {The packs have changed since this preview, or this is not the file that was looked at.} UPLOAD {This upload is not there any more.} other {The pack has {count, plural, one {# problem} other {# problems}}, the first on line {line}.}}",
    remedy:
      "{reason, select, CHANGED {Look at the preview again.} UPLOAD {Send the file again.} other {Correct the file and send it again; the pack in force stays.}}",
  },
  ARTICLE_HAS_HTML: {
    message: "Line {line} holds HTML or a link that runs something ({found}).",
    remedy: "Write it in Markdown, or put it in code marks (`) if readers are to see it as it is.",
  },
  TOKEN_LIMIT_REACHED: {
    message:
      "This token may move {left, plural, =0 {no more incidents} one {# more incident} other {# more incidents}} today.",
    remedy: "Do it in the portal.",
  },
  LAST_ADMINISTRATOR: {
    message: "This is the last administrator.",
    remedy: "Give the role to somebody else first.",
  },
} satisfies RefusalMessages;
