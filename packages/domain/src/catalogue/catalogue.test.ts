import { describe, expect, it } from "vitest";
import { LIFECYCLE_ZONE, portals, productOf, products, topics, vectors, versionOf } from "../../testing/seed-world.js";
import { lifecyclePhaseAt } from "./lifecycle-phase.js";
import { familyName, familyNamesOf, routeProduct, routingTable } from "./route-product.js";

const phase = (version: string, at: string) => lifecyclePhaseAt(versionOf(version), Date.parse(at), LIFECYCLE_ZONE);

describe("R44: the lifecycle phase of a version", () => {
  it.each(vectors.phase)("R44: $version at $at is $phase", (vector) => {
    const expected = vector.phase === "follows-os" ? null : vector.phase.toUpperCase().replace("-", "_");
    expect(phase(vector.version, vector.at)).toBe(expected);
  });
  it("E23: the last day ends at midnight in the catalogue's zone, to the millisecond", () => {
    expect(phase("windows-server-2022", "2026-10-14T06:59:59.999Z")).toBe("MAINSTREAM");
    expect(phase("windows-server-2022", "2026-10-14T07:00:00.000Z")).toBe("EXTENDED");
    expect(phase("windows-server-2022", "2031-10-15T06:59:59.999Z")).toBe("EXTENDED");
    expect(phase("windows-server-2022", "2031-10-15T07:00:00.000Z")).toBe("ENDED");
  });
  it("R43: a version is not released before its day, whatever its end", () => {
    expect(phase("windows-server-2025", "2024-11-01T06:59:59.999Z")).toBe("NOT_RELEASED");
    expect(phase("windows-server-2025", "2024-11-01T07:00:00.000Z")).toBe("MAINSTREAM");
    expect(phase("azure-virtual-machines-current", "2010-01-01T00:00:00Z")).toBe("NOT_RELEASED");
  });
  it("R44: an open version is in mainstream support, one without known dates is UNKNOWN", () => {
    expect(phase("azure-virtual-machines-current", "2026-11-23T08:30:00Z")).toBe("MAINSTREAM");
    expect(phase("business-central-on-premises-28", "2026-11-23T08:30:00Z")).toBe("UNKNOWN");
    const dateless = { ...versionOf("windows-server-2022"), mainstreamEndsOn: null, extendedEndsOn: null };
    expect(lifecyclePhaseAt(dateless, Date.parse("2026-11-23"), "UTC")).toBe("UNKNOWN");
    const noExtended = { ...versionOf("windows-server-2022"), extendedEndsOn: null };
    expect(lifecyclePhaseAt(noExtended, Date.parse("2026-11-23"), "UTC")).toBe("ENDED");
  });
});

describe("R20-R30: where the requests of a product are opened", () => {
  const routeOf = (product: string) => routeProduct(productOf(product), portals);
  it("R20: every on-premises product is taken here", () => {
    for (const product of products.filter(
      (one) => one.delivery === "ON_PREMISES" && one.portalId === "support-for-business",
    )) {
      expect(routeProduct(product, portals).isHere).toBe(true);
    }
    expect(routeOf("windows-server").portal).toMatchObject({
      url: "https://aka.ms/SupportforBusiness",
      pairNeeded: "ALWAYS_FOR_AGREEMENTS",
    });
  });
  it.each([
    ["R25", "microsoft-365", "https://portal.office.com/AdminPortal", "NEVER"],
    ["R26", "azure-virtual-machines", "https://portal.azure.com", "ALWAYS_FOR_AGREEMENTS"],
    ["R27", "dynamics-365-sales", "https://admin.powerplatform.microsoft.com/support", "ALWAYS_FOR_AGREEMENTS"],
    ["R28", "dynamics-365-finance-operations", "https://lcs.dynamics.com", "ALWAYS_FOR_AGREEMENTS"],
  ])("%s: requests for %s go to another portal", (_rule, product, url, pairNeeded) => {
    expect(routeOf(product)).toMatchObject({ isHere: false, portal: { url, pairNeeded } });
  });
  it("R29: both Dynamics routes name the subscription's sign-in and its support plan as the other way", () => {
    for (const product of ["dynamics-365-sales", "dynamics-365-finance-operations"]) {
      expect(routeOf(product).portal.pairAlternative).toMatch(/Dynamics support plan/);
      expect(routeOf(product).portal.signIn).toMatch(/Dynamics subscription/);
    }
  });
  it("R8, R24: the pair serves on-premises, Azure and Dynamics products", () => {
    const takers = ["windows-server", "azure-virtual-machines", "dynamics-365-sales"].map(
      (product) => routeOf(product).portal.pairNeeded,
    );
    expect(new Set(takers)).toEqual(new Set(["ALWAYS_FOR_AGREEMENTS"]));
  });
  it("R30: the routing table names every product once, this portal first", () => {
    const table = routingTable(products, portals);
    expect(table[0]?.portal.isHere).toBe(true);
    expect(
      table
        .flatMap((line) => line.products)
        .map((product) => product.id)
        .sort(),
    ).toEqual(products.map((product) => product.id).sort());
    expect(table.every((line) => line.families.length > 0 && line.portal.signIn !== "")).toBe(true);
  });
  it("R30: families are shown by name, in both languages", () => {
    const table = routingTable(products, portals);
    for (const language of ["en", "ro"] as const) {
      const names = table.flatMap((line) => familyNamesOf(line, table, topics, language));
      expect(new Set(names).size).toBe(names.length);
    }
    const told = (portal: string) =>
      table.filter((line) => line.portal.id === portal).flatMap((line) => familyNamesOf(line, table, topics, "en"));
    expect(told("power-platform")[0]).toContain("customer engagement, Business Central");
    expect(told("lifecycle-services").join()).toContain("finance and operations, retail, talent");
    for (const id of ["power-platform", "lifecycle-services"])
      expect(portals.find((portal) => portal.id === id)?.url).toMatch(/^https:/);
    expect(portals.find((portal) => portal.id === "lifecycle-services")?.docsUrl).toMatch(/^https:/);
    expect(familyName("windows-server", topics, "en")).toBe("Windows Server");
    expect(familyName("developer-tools", topics, "ro")).not.toBe("developer-tools");
    expect(familyName("nothing-known", topics, "en")).toBe("nothing-known");
  });
  it("R30: a product without a portal is a broken catalogue", () => {
    expect(() => routeProduct({ ...productOf("windows-server"), portalId: "nowhere" }, portals)).toThrow(RangeError);
  });
});
