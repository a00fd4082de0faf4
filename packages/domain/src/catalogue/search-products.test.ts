/** What people type finds what they mean (R60, F33), over the products that are shipped. */
import { describe, expect, it } from "vitest";
import { productOf, products, versions } from "../../testing/seed-world.js";
import { rankProducts, searchableProduct } from "./search-products.js";

const ofProduct = new Map(products.map((product) => [product, searchableProduct([product.name], product.aliases)]));
const ofVersion = new Map(
  versions.map((version) => {
    const { name, aliases } = productOf(version.productId);
    return [version, searchableProduct([name, version.name], aliases)];
  }),
);
const newest = [...versions].sort((a, b) => ((a.releasedOn ?? "") < (b.releasedOn ?? "") ? 1 : -1));

const productFor = (search: string) =>
  rankProducts(products, (product) => ofProduct.get(product) ?? searchableProduct([], []), search)[0]?.id;
const versionFor = (search: string) =>
  rankProducts(newest, (version) => ofVersion.get(version) ?? searchableProduct([], []), search)[0]?.id;

describe("the product that comes first", () => {
  it.each([
    ["windows server", "windows-server"],
    ["active directory", "windows-server"],
    ["Active Dir", "windows-server"],
    ["group policy", "windows-server"],
    ["rds", "windows-server"],
    ["wsus", "windows-server"],
    ["hyperv", "hyper-v-server"],
    ["iis", "iis"],
    ["w11", "windows-11"],
    ["win11", "windows-11"],
    ["windows11", "windows-11"],
    ["bitlocker", "windows-11"],
    ["BitLock", "windows-11"],
    ["autopilot", "windows-11"],
    ["w10", "windows-10"],
    ["win 10", "windows-10"],
    ["win7", "windows-7"],
    ["mssql", "sql-server"],
    ["ssrs", "sql-server"],
    ["always on", "sql-server"],
    ["sql", "sql-server"],
    ["exchange", "exchange-server"],
    ["sccm", "configuration-manager"],
    ["mecm", "configuration-manager"],
    ["scom", "operations-manager"],
    ["scvmm", "virtual-machine-manager"],
    ["dpm", "data-protection-manager"],
    ["tfs", "azure-devops-server"],
    ["vs", "visual-studio"],
    ["asp.net", "dotnet-framework"],
    ["pwsh", "powershell"],
    ["excel", "office"],
    ["word", "office"],
    ["sfb", "skype-for-business-server"],
    ["navision", "dynamics-nav"],
    ["axapta", "dynamics-ax"],
    ["great plains", "dynamics-gp"],
    ["crm", "dynamics-crm"],
    ["m365", "microsoft-365"],
    ["ms365", "microsoft-365"],
    ["o365", "office-365"],
    ["outlook", "microsoft-365-apps"],
    ["teams", "microsoft-teams"],
    ["exchange online", "exchange-online"],
    ["exo", "exchange-online"],
    ["owa", "exchange-online"],
    ["sharepoint online", "sharepoint-online"],
    ["onedrive", "sharepoint-online"],
    ["mdm", "intune"],
    ["azure ad", "microsoft-entra-id"],
    ["azure active directory", "microsoft-entra-id"],
    ["aad", "microsoft-entra-id"],
    ["entra", "microsoft-entra-id"],
    ["mfa", "microsoft-entra-id"],
    ["azure ad connect", "entra-connect-sync"],
    ["aks", "azure-kubernetes-service"],
    ["k8s", "azure-kubernetes-service"],
    ["azure vm", "azure-virtual-machines"],
    ["azure sql", "azure-sql-database"],
    ["expressroute", "azure-networking"],
    ["postgres", "azure-database-for-postgresql"],
    ["bc", "dynamics-365-business-central"],
    ["f&o", "dynamics-365-finance-operations"],
    ["powerapps", "power-apps"],
    ["flow", "power-automate"],
    ["pbi", "power-bi"],
    ["pva", "copilot-studio"],
  ])("%s → %s", (search, product) => {
    expect(productFor(search)).toBe(product);
  });
});

describe("the version that comes first", () => {
  it.each([
    ["ws2022", "windows-server-2022"],
    ["ws2012r2", "windows-server-2012-r2"],
    ["ws 2019", "windows-server-2019"],
    ["sql2019", "sql-server-2019"],
    ["2019 sql", "sql-server-2019"],
    ["vs2022", "visual-studio-2022"],
    ["exchange2016", "exchange-server-2016"],
    ["exch2019", "exchange-server-2019"],
    ["sp2016", "sharepoint-server-2016"],
    ["scom2022", "operations-manager-2022"],
    ["m365", "microsoft-365-current"],
    ["o365", "office-365-current"],
    ["exchange online", "exchange-online-current"],
  ])("%s → %s", (search, version) => {
    expect(versionFor(search)).toBe(version);
  });
});

it("no words find everything in its order, and what nobody is called finds nothing", () => {
  const all = (search: string) => rankProducts(products, () => searchableProduct(["Windows Server"], ["ws"]), search);
  expect(all("  ")).toEqual(products);
  expect(all("nothing like this")).toEqual([]);
  expect(all("x".repeat(10_000))).toEqual([]);
});

it("the data names at least 60 aliases, none twice for one product", () => {
  expect(products.flatMap(({ aliases = [] }) => aliases).length).toBeGreaterThanOrEqual(60);
  for (const { aliases = [] } of products) expect(new Set(aliases).size).toBe(aliases.length);
});
