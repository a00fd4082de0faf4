/** What every dialog of a command on a request is given. */
import type { RequestStateFragment } from "../request-page.generated";

export interface DialogProps {
  readonly request: RequestStateFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** After it is done: the timeline has news. */
  readonly onDone: () => void;
}
