/** A piece of a page whose code is loaded when it is first shown, or ahead with `load`. */
import { type ComponentType, lazy, type ReactNode, Suspense } from "react";

export interface LazyPart<Props> {
  (props: Props): ReactNode;
  readonly load: () => Promise<unknown>;
}

/** `shape`: what stands there until it is loaded. */
export function lazyPart<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  shape: ReactNode = null,
): LazyPart<Props> {
  const Part: ComponentType<Props> = lazy(load);
  const part = (props: Props) => (
    <Suspense fallback={shape}>
      <Part {...props} />
    </Suspense>
  );
  return Object.assign(part, { load });
}
