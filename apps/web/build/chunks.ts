/** Which modules travel together: few files a page, none of them carrying what only another page needs. */
import type { BuildEnvironmentOptions } from "vite";

type Output = NonNullable<NonNullable<BuildEnvironmentOptions["rolldownOptions"]>["output"]>;
type Splitting = Exclude<Exclude<Output, unknown[]>["codeSplitting"], boolean | undefined>;

/**
 * A group takes along what its modules need and no group before it took; by priority, the highest first. What is left over,
 * a page and what it alone or few with it need, Rolldown splits by itself. `npm run check` weighs the result.
 */
export const chunks: Splitting = {
  groups: [
    // Changes with a dependency, the frame with every release.
    { name: "vendor", tags: ["$initial"], test: /node_modules/, priority: 9 },
    // A stylesheet of its own: the server's pages take it too.
    { name: "typeface", test: /src\/app\/typeface\.css$/, priority: 10 },
    { name: "frame", tags: ["$initial"], priority: 8 },
    {
      name: "first-page",
      test: /src\/features\/(requests\/requests-page|notices\/notices-bell)\.tsx$|src\/lib\/live-socket\.ts$|hooks\/useMutation\.js$/,
      priority: 7,
    },
    { name: "calendar", test: /packages\/domain\/src\/shared\/calendar\.ts$/, priority: 6 },
    { name: "markdown", test: /node_modules\/react-markdown\//, priority: 6 },
    // Read on one page of auditors.
    { name: "audit-sentences", test: /packages\/domain\/src\/messages\/audit\./, priority: 7 },
    { name: "sentences", test: /packages\/domain\/src\/messages\//, priority: 6 },
    {
      name: "overlays",
      test: /node_modules\/(react-remove-scroll|@mantine\/(store|core\/esm\/components\/(Portal|Modal|Overlay)))/,
      minShareCount: 2,
      priority: 4,
    },
    // For pages with a form, and no other.
    { name: "form", test: /node_modules\/(@mantine\/form|klona)\//, priority: 4 },
    {
      name: "pieces",
      test: /node_modules\/(@mantine|@tabler)\/|apps\/web\/src\/(lib\/(?!list\/read-whole)|ui\/(?!prose))/,
      minShareCount: 2,
      priority: 3,
    },
  ],
};
