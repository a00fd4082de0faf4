/** Step 1 in one line: the version and the title. */
import { useFlow } from "../../flow-context";

export function ProblemSummary() {
  const { content, product } = useFlow();
  const version = product?.versions.find((one) => one.id === content.productVersionId);
  return (
    <>
      <strong>{version?.name ?? product?.name}</strong> · {content.title}
    </>
  );
}
