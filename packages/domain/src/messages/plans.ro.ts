/** Romanian: why a plan cannot be used, what helps, what it covers. ICU text; days (`on`) come written out in the reader's language. */
import type { PlanMessages } from "./message.js";

const EXPIRED = "Planul de asistență a expirat";
const NO_UNITS = "Planul de asistență nu are unități disponibile";
const NOT_BEGUN = "Planul de asistență nu a început încă";
const WITHDRAWN = "Planul de asistență a fost retras";
const RETIRED = "Planul de asistență aparține unui program încheiat";
const WRONG_PRODUCT = "Planul de asistență nu poate fi utilizat pentru asistență pe produsul specificat (Cod: 8)";

export const plansRo = {
  sentences: { 1: EXPIRED, 2: NO_UNITS, 3: NOT_BEGUN, 4: WITHDRAWN, 5: RETIRED, 8: WRONG_PRODUCT },
  reasons: {
    EXPIRED: {
      message: `${EXPIRED}. Ultima lui zi a fost {on}.`,
      remedy: "Alegeți alt plan sau adăugați acordul care îl continuă.",
    },
    NO_INCIDENTS_LEFT: {
      message: `${NO_UNITS}. {total, plural, one {Singurul incident a fost folosit} few {Toate cele # incidente au fost folosite} other {Toate cele # de incidente au fost folosite}}.`,
      remedy: "Alegeți alt plan sau adăugați alt acord.",
    },
    REVOKED: {
      message: `${WITHDRAWN} la {on}.`,
      remedy: "Alegeți alt plan sau întrebați furnizorul de asistență de ce a fost retras.",
    },
    NOT_YET_ACTIVE: {
      message: `${NOT_BEGUN}. Prima lui zi este {on}.`,
      remedy: "Așteptați până atunci sau alegeți alt plan.",
    },
    PROGRAMME_RETIRED: {
      message: `${RETIRED} la {on}.`,
      remedy: "Alegeți alt plan sau întrebați furnizorul de asistență ce l-a înlocuit.",
    },
    ON_PREMISES_PRODUCTS_ONLY: {
      message: `${WRONG_PRODUCT}. Acoperă numai produse locale, iar {product} este un produs cloud.`,
      remedy:
        "Pentru produse cloud folosiți un plan de asistență pentru cloud: partenerii folosesc Signature Cloud Support sau cumpără asistență pentru cloud.",
    },
    CLOUD_PRODUCTS_ONLY: {
      message: `${WRONG_PRODUCT}. Acoperă numai produse cloud, iar {product} este un produs local.`,
      remedy: "Alegeți un plan pentru produse locale sau adăugați un astfel de acord.",
    },
    PRODUCT_NOT_COVERED: {
      message: `${WRONG_PRODUCT}. Programul lui nu include {product}.`,
      remedy: "Alegeți alt plan sau adăugați un acord care acoperă acest produs.",
    },
    LIFECYCLE_PHASE_NOT_COVERED: {
      message: `${WRONG_PRODUCT}. {phase, select, EXTENDED {{version} este în asistență extinsă{hasDay, select, yes {, după ce asistența principală s-a încheiat la {on}} other {}}, iar acest plan nu o acoperă.} ENDED {{version} nu mai are asistență{hasDay, select, yes {: aceasta s-a încheiat la {on}} other {}}.} NOT_RELEASED {{version} nu este încă lansat{hasDay, select, yes {: apare la {on}} other {}}.} other {Pentru {version} nu se cunosc datele asistenței.}}`,
      remedy:
        "{phase, select, EXTENDED {Alegeți un plan care acoperă asistența extinsă.} ENDED {Întrebați furnizorul de asistență ce se mai poate face pentru ea.} NOT_RELEASED {Alegeți o versiune deja lansată.} other {Alegeți o versiune cu date de asistență cunoscute sau întrebați furnizorul de asistență.}}",
    },
    VERSION_TOO_OLD: {
      message: `${WRONG_PRODUCT}. Acoperă versiunea curentă a produsului {product} și pe cea dinaintea ei; {version} este mai veche.`,
      remedy: "Alegeți un plan care acoperă versiunile mai vechi.",
    },
  },
  remedies: {
    CHOOSE_VERSION: "Alegeți {version}, dacă pe aceasta o aveți: planul o acoperă.",
    CHOOSE_OTHER_PLAN: "Alegeți planul dumneavoastră „{programmeRo}”: poate fi folosit pentru acest produs.",
    ADD_AGREEMENT: "Adăugați alt acord, cu ID-ul de acces și ID-ul de acord.",
    USE_PERSONAL_ACCOUNT:
      "Continuați cu un cont personal și cumpărați acolo un incident: acoperă această versiune, iar ce ați scris rămâne.",
    BUY_INCIDENT: "Cumpărați un incident cu cardul: acoperă această versiune.",
    USE_OTHER_PORTAL: "Deschideți solicitarea în {portalRo}.",
    WAIT_UNTIL: "Așteptați până la {on}: din acea zi planul poate fi folosit.",
    CONTACT_VENDOR: "Cereți furnizorului de asistență ajutor pentru acest plan.",
    READ_ARTICLE: "Citiți pagina de ajutor despre acest subiect.",
  },
  checks: {
    EXPIRED: { passed: "Planul nu s-a încheiat.", failed: "Planul s-a încheiat." },
    NO_INCIDENTS_LEFT: {
      passed: "Mai sunt incidente sau numărul lor nu este limitat.",
      failed: "Nu au mai rămas incidente.",
    },
    REVOKED: { passed: "Planul nu a fost retras.", failed: "Planul a fost retras." },
    NOT_YET_ACTIVE: { passed: "Planul a început.", failed: "Planul nu a început încă." },
    PROGRAMME_RETIRED: { passed: "Programul este în vigoare.", failed: "Programul s-a încheiat." },
    ON_PREMISES_PRODUCTS_ONLY: {
      passed: "Planul nu se limitează la produse locale sau produsul este unul local.",
      failed: "Planul acoperă numai produse locale, iar acesta este un produs cloud.",
    },
    CLOUD_PRODUCTS_ONLY: {
      passed: "Planul nu se limitează la produse cloud sau produsul este unul cloud.",
      failed: "Planul acoperă numai produse cloud, iar produsul este unul local.",
    },
    PRODUCT_NOT_COVERED: { passed: "Programul nu exclude acest produs.", failed: "Programul exclude acest produs." },
    LIFECYCLE_PHASE_NOT_COVERED: {
      passed: "Planul acoperă etapa de asistență în care se află versiunea.",
      failed: "Planul nu acoperă etapa de asistență în care se află versiunea.",
    },
    VERSION_TOO_OLD: {
      passed: "Versiunea este destul de recentă pentru acest plan.",
      failed: "Versiunea este mai veche decât cea curentă și cea dinaintea ei.",
    },
  },
  notJudged: "Nu s-a verificat: planul nu acoperă produse de acest fel.",
  coverage:
    "{delivery, select, CLOUD {Produse cloud} BOTH {Produse locale și cloud} other {Produse locale}}{phases, select, MAINSTREAM { în asistență principală} MAINSTREAM_AND_EXTENDED { în asistență principală sau extinsă} other {}}{versionRule, select, CURRENT_AND_PREVIOUS {, versiunea curentă și cea dinaintea ei} other {}}{environment, select, NON_PRODUCTION {, în afara mediului de producție} other {}}{exceptions, select, SOME {; unele produse au reguli diferite} other {}}.",
} satisfies PlanMessages;
