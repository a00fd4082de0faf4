/** Romanian sentences about buying incidents; ICU text. */
import type { PurchaseMessages } from "./message.js";

export const purchasesRo = {
  declines: {
    card_declined: "Banca a refuzat acest card fără să spună de ce. Întrebați banca sau folosiți alt card.",
    insufficient_funds: "Pe acest card nu sunt destui bani. Folosiți alt card.",
    expired_card: "Acest card a expirat. Adăugați un card valabil.",
    incorrect_cvc: "Codul de securitate al cardului este greșit. Adăugați din nou cardul, cu codul corect.",
    authentication_failed:
      "Banca nu a primit confirmarea. Încercați din nou și răspundeți la întrebarea băncii dumneavoastră.",
    processing_error: "Cardul nu a putut fi prelucrat. Nu ați plătit nimic; încercați din nou imediat.",
  },
  notSold: {
    NOT_SOLD_IN_REGION:
      "{incidents, plural, =1 {Incidentele individuale nu se vând în regiunea dumneavoastră.} few {Pachetul de # incidente nu se vinde în regiunea dumneavoastră.{single, select, yes { Incidentele se pot cumpăra unul câte unul.} other {}}} other {Pachetul de # de incidente nu se vinde în regiunea dumneavoastră.{single, select, yes { Incidentele se pot cumpăra unul câte unul.} other {}}}}",
    NO_PRICE: "Nu există încă un preț pentru regiunea dumneavoastră.",
  },
  nothingSold: {
    PORTAL: {
      message: "Acest portal nu vinde incidente.",
      remedy: "Adăugați un acord de asistență sau întrebați furnizorul de asistență cum puteți cumpăra asistență.",
    },
    PLACE_UNKNOWN: {
      message: "Ce se poate cumpăra depinde de țara dumneavoastră, care nu este cunoscută încă.",
      remedy: "Completați profilul sau alegeți o țară din listă.",
    },
    PLACE: {
      message: "În țara dumneavoastră nu se vând incidente.",
      remedy: "Adăugați un acord de asistență sau întrebați furnizorul de asistență cum puteți cumpăra asistență.",
    },
  },
  taxes: { VAT: "TVA", GST: "GST", CONSUMPTION_TAX: "Taxă pe consum" },
  advice: {
    pack: "Ați folosit {used, plural, one {un incident} few {# incidente} other {# de incidente}} în ultimele 12 luni: în acest ritm veți folosi tot pachetul, iar el costă mai puțin decât incidentele individuale.",
    single:
      "{used, plural, =0 {Nu ați folosit niciun incident în ultimele 12 luni.} one {Ați folosit un incident în ultimele 12 luni.} few {Ați folosit # incidente în ultimele 12 luni.} other {Ați folosit # de incidente în ultimele 12 luni.}} În acest ritm, {unused, plural, one {un incident din pachet s-ar pierde nefolosit} few {# incidente din pachet s-ar pierde nefolosite} other {# de incidente din pachet s-ar pierde nefolosite}} după un an. Pachetul merită de la {breakEven, plural, one {un incident} few {# incidente} other {# de incidente}} pe an: cumpărați un singur incident dacă nu sunteți sigur.",
    never: "Incidentele individuale nu costă mai mult decât pachetul: cumpărați-le unul câte unul.",
  },
} satisfies PurchaseMessages;
