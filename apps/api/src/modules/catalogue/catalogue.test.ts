/** The catalogue and the help pages through the API (R5, R9, R20, R25-R30, R55, R60, R68-R71, F33). */
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabases } from "../../../../../tests/support/databases.js";
import { createTestApi, errorCodes, type Person, type TestApi } from "../../../../../tests/support/test-api.js";

describe.each(["jit", "graphql-js"] as const)("the catalogue (%s)", (executor) => {
  const databases = testDatabases("sqlite");
  let api: TestApi;
  let person: Person;
  beforeAll(async () => {
    api = await createTestApi({ db: await databases.open(), executor });
    person = await api.person();
  });
  const search = async (text: string, productId?: string): Promise<string[]> => {
    const { data } = await person.ask(
      "query ($s: String, $p: ID) { productVersions(search: $s, productId: $p, first: 10) { nodes { name } } }",
      { s: text, p: productId },
    );
    return data.productVersions.nodes.map((version: { name: string }) => version.name);
  };

  it("R60: product, version, category and problem depend on one another; names in the language of the answer", async () => {
    const document =
      '{ product(id: "windows-server") { name family delivery versions { id: slug name } categories { id: slug name problems { id: slug name } } } }';
    const { product } = (await person.ask(document)).data;
    expect(product).toMatchObject({ family: "windows-server", delivery: "ON_PREMISES" });
    expect(product.versions[0].id).toBe("windows-server-2025");
    expect(
      product.categories.find((category: { id: string }) => category.id === "active-directory").problems.length,
    ).toBeGreaterThan(3);
    const romanian = (await person.ask(document, {}, { "accept-language": "ro" })).data.product;
    expect(romanian.categories.map((category: { id: string }) => category.id)).toEqual(
      product.categories.map((category: { id: string }) => category.id),
    );
    expect(romanian.categories.map((category: { name: string }) => category.name)).not.toEqual(
      product.categories.map((category: { name: string }) => category.name),
    );
  });

  it("F33: type-ahead finds by the beginnings of words in any order, best match and newest first", async () => {
    expect((await search("windows server"))[0]).toBe("Windows Server 2025");
    expect((await search("windows server 2025"))[0]).toBe("Windows Server 2025");
    expect((await search("2019 sql"))[0]).toMatch(/SQL Server 2019/);
    expect(await search("SQL  SÉRVER 2022")).toEqual(await search("sql server 2022"));
    expect(await search("nothing like this")).toEqual([]);
    expect((await search("", "sql-server")).every((name) => name.includes("SQL Server"))).toBe(true);
    expect(await search("x".repeat(10_000))).toEqual([]);
  });

  it("F33: type-ahead finds by what people call a product, its version written on to it", async () => {
    const first = async (text: string): Promise<string | undefined> => (await search(text))[0];
    expect(await first("ws2022")).toBe("Windows Server 2022");
    expect(await first("sql2019")).toBe("SQL Server 2019");
    expect(await first("vs2022")).toBe("Visual Studio 2022");
    expect(await first("active directory")).toBe("Windows Server 2025");
    expect(await first("w11")).toMatch(/^Windows 11/);
    const { data } = await person.ask('{ catalogue(search: "m365", first: 1) { nodes { id: slug } } }');
    expect(data.catalogue.nodes).toEqual([{ id: "microsoft-365" }]);
  });

  it("R44: the phase of a version is told for now, in the catalogue's zone (E23)", async () => {
    const phase = async () =>
      (
        await person.ask(
          '{ productVersion(id: "windows-server-2022") { phase endStatus mainstreamEndsOn extendedEndsOn product { id: slug } } }',
        )
      ).data.productVersion;
    expect(await phase()).toEqual({
      phase: "EXTENDED",
      endStatus: "DATED",
      mainstreamEndsOn: "2026-10-13",
      extendedEndsOn: "2031-10-14",
      product: { id: "windows-server" },
    });
    const back = api.clock.now();
    api.clock.advance(Date.parse("2026-10-14T06:59:59.999Z") - back);
    expect((await phase()).phase).toBe("MAINSTREAM");
    api.clock.advance(1);
    expect((await phase()).phase).toBe("EXTENDED");
    api.clock.advance(back - api.clock.now());
  });

  it("all products, page by page, each once", async () => {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: {
        nodes: { id: string }[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
      } = (
        await person.ask(
          "query ($after: String) { catalogue(first: 30, after: $after) { totalCount nodes { id: slug } pageInfo { hasNextPage endCursor } } }",
          { after },
        )
      ).data.catalogue;
      ids.push(...page.nodes.map((product) => product.id));
      if (!page.pageInfo.hasNextPage) {
        expect(ids).toHaveLength(page.totalCount);
        break;
      }
      after = page.pageInfo.endCursor;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(80);
  });

  it("R20, R25-R30: the routing table names portal, sign-in and whether the pair is needed, this portal first", async () => {
    const { portalRoutes } = (
      await person.ask(
        "{ portalRoutes { families portal { id: slug name isHere url signIn pairNeeded pairAlternative } products { id: slug } } }",
      )
    ).data;
    expect(portalRoutes[0].portal).toMatchObject({
      id: "support-for-business",
      isHere: true,
      url: "https://aka.ms/SupportforBusiness",
      pairNeeded: "ALWAYS_FOR_AGREEMENTS",
    });
    const byId = new Map(portalRoutes.map((route: { portal: { id: string } }) => [route.portal.id, route.portal]));
    expect(byId.get("microsoft-365-admin")).toMatchObject({
      url: "https://portal.office.com/AdminPortal",
      pairNeeded: "NEVER",
      isHere: false,
    });
    expect(byId.get("azure-portal")).toMatchObject({
      url: "https://portal.azure.com",
      pairNeeded: "ALWAYS_FOR_AGREEMENTS",
    });
    expect([...byId.keys()]).toEqual(expect.arrayContaining(["power-platform", "lifecycle-services"]));
    const { portalRoute } = (
      await person.ask(
        '{ portalRoute(productId: "windows-server") { portal { isHere } families products { id: slug } } }',
      )
    ).data;
    expect(portalRoute).toEqual({
      portal: { isHere: true },
      families: ["Windows Server"],
      products: [{ id: "windows-server" }],
    });
  });

  it("R27-R30: what is taken there instead of an agreement is told in the language of the answer, in every portal that has one", async () => {
    const document = "{ portalRoutes { portal { id: slug pairNeeded pairAlternative } } }";
    const told = async (language: string): Promise<Map<string, string | null>> => {
      const { portalRoutes } = (await person.ask(document, {}, { "accept-language": language })).data;
      return new Map(
        portalRoutes.map(({ portal }: { portal: { id: string; pairAlternative: string | null } }) => [
          portal.id,
          portal.pairAlternative,
        ]),
      );
    };
    const [en, ro] = [await told("en"), await told("ro")];
    expect(en.get("azure-portal")).toBe("an Azure support plan");
    expect(ro.get("azure-portal")).toBe("un plan de asistență Azure");
    for (const [id, text] of en) {
      if (text === null) expect(ro.get(id), id).toBeNull();
      else expect(ro.get(id), id).not.toBe(text);
    }
    expect(ro.get("power-platform")).toBe("un plan de asistență Dynamics");
    expect(ro.get("support-for-business")).toBe("plata per incident, cu un cont personal și un card");
  });

  it("R68, R69, R70: severities, countries with their zones and business hours, programmes with what they cover", async () => {
    const { data } = await person.ask(
      "{ severities { severity name responseHours offers24x7 customerCommitment impact } countries { code name timeZones defaultTimeZone isServed businessHours } programmes { id: slug name termYears termExtraDays incidents origin accountKinds retiredOn coverage { deliveries phases versionRule summary isNonProductionOnly } } }",
      {},
      { "accept-language": "ro" },
    );
    expect(
      data.severities.map((level: { severity: string; responseHours: number; offers24x7: boolean }) => [
        level.severity,
        level.responseHours,
        level.offers24x7,
      ]),
    ).toEqual([
      ["CRITICAL", 2, true],
      ["MODERATE", 4, false],
      ["MINIMAL", 8, false],
    ]);
    expect(data.countries.find((country: { code: string }) => country.code === "RO")).toEqual({
      code: "RO",
      name: "România",
      timeZones: ["Europe/Bucharest"],
      defaultTimeZone: "Europe/Bucharest",
      isServed: true,
      businessHours: "09:00-17:00",
    });
    const partner = data.programmes.find((programme: { id: string }) => programme.id === "partner-product-support-20");
    expect(partner).toMatchObject({
      termYears: 1,
      termExtraDays: 30,
      incidents: 20,
      coverage: { deliveries: ["ON_PREMISES"], phases: ["MAINSTREAM"], versionRule: "CURRENT_AND_PREVIOUS" },
    });
    expect(partner.coverage.summary).toContain("versiunea curentă");
  });

  it("R5, R9, R55, R71: the portal's help pages need no sign-in, have an audience, and are told in both languages", async () => {
    const document = "{ articles { nodes { id: slug title body audience } } }";
    const [en, ro] = [
      await api.anonymous(document, {}, { "accept-language": "en" }),
      await api.anonymous(document, {}, { "accept-language": "ro" }),
    ];
    const ids: string[] = en.data.articles.nodes.map((article: { id: string }) => article.id);
    expect(ids).toHaveLength(11);
    for (const id of ids) expect(id).toMatch(/^portal-/);
    for (const [place, article] of ro.data.articles.nodes.entries()) {
      expect(article.body.length).toBeGreaterThan(100);
      expect(article.title).not.toBe(en.data.articles.nodes[place].title);
    }
    expect(errorCodes(await api.anonymous('{ article(id: "ad-account-lockout-source") { id: slug } }'))).toEqual([]);
    expect(errorCodes(await api.anonymous('{ article(id: "nothing") { id: slug } }'))).toEqual(["NOT_FOUND"]);
  });
});
