/** Every live field, by its name in the subscription root. */
import { noticeLiveFields } from "../../modules/notices/live-notices.js";
import { requestLiveFields } from "../../modules/requests/live-requests.js";
import type { LiveFields } from "../../kernel/graphql/live/live-field.js";

export const LIVE_FIELDS: LiveFields = { ...requestLiveFields, ...noticeLiveFields };
