/** Every live field, by its name in the subscription root. */
import { noticeLiveFields } from "../../features/notices/live-notices.js";
import { requestLiveFields } from "../../features/requests/live-requests.js";
import type { LiveFields } from "./live-field.js";

export const LIVE_FIELDS: LiveFields = { ...requestLiveFields, ...noticeLiveFields };
