/** Romanian: what each refusal says, and what to do next. ICU text; parameters come with the refusal. */
import type { RefusalMessages } from "./message.js";

export const refusalsRo = {
  INPUT_REQUIRED: { message: "Acest câmp este gol.", remedy: "Vă rugăm să îl completați." },
  INPUT_TOO_LONG: {
    message: "Acest text este prea lung.",
    remedy: "Scurtați-l la cel mult {max, plural, one {un caracter} few {# caractere} other {# de caractere}}.",
  },
  INPUT_INVALID: {
    message:
      "{expected, select, email {Aceasta nu este o singură adresă de e-mail.} nameOfIssuer {Numele dumneavoastră vine de la organizația cu care vă conectați.} addressOfIssuer {Adresa dumneavoastră vine de la organizația cu care vă conectați.} phone {Acesta nu este un număr de telefon complet.} country {Această țară nu este în listă.} timeZone {Acest fus orar nu este cunoscut.} language {Această limbă nu este disponibilă.} choice {Această opțiune nu este în listă.} requestNumber {Acesta nu este numărul unei solicitări de asistență.} asker {Această persoană nu poate fi adăugată: nu are o adresă utilizabilă sau o are alt contact.} uninvited {Această persoană vede deja solicitarea.} day {Aceasta nu este o zi.} laterDay {Această zi nu prelungește acordul.} count {Acest număr nu poate fi folosit.} moment {Aceasta nu este o dată cu oră.} question {Acest formular nu are o astfel de întrebare.} programmeOnSale {Acest program a fost retras: nu se mai emit acorduri.} slug {Acesta nu este un nume potrivit pentru o adresă.} redeemByDay {Această zi nu este una ulterioară în care acordul mai poate fi activat.} redeemableStart {Un abonament început în această zi nu mai poate fi activat.} other {Textul conține caractere care nu pot fi păstrate.}}",
    remedy:
      "{expected, select, email {Scrieți o singură adresă, de exemplu nume@firma.example.} nameOfIssuer {Cereți corectarea acolo; aici se schimbă la următoarea conectare.} addressOfIssuer {Cereți corectarea acolo sau conectați-vă cu alt cont.} phone {Scrieți-l cu prefixul țării, de exemplu +40 722 123 456.} country {Alegeți o țară din listă.} timeZone {Alegeți un fus orar din listă.} language {Alegeți engleza sau româna.} choice {Alegeți din nou din listă.} requestNumber {Scrieți toate cele șaisprezece cifre ale numărului.} asker {Adăugați persoana cu altă adresă și transmiteți-i linkul de unică folosință.} uninvited {Nu este nimic de făcut.} day {Scrieți anul, luna și ziua, de exemplu 2027-04-01.} laterDay {Alegeți o zi de după ultima zi actuală, cu cel mult zece ani mai târziu.} count {Scrieți un număr întreg, în limitele indicate.} moment {Alegeți o zi și o oră.} question {Reîncărcați pagina: întrebările ei s-au schimbat.} programmeOnSale {Alegeți un program oferit încă; acordurile emise înainte pot fi importate.} slug {Scrieți litere mici, cifre și cratime simple, de exemplu vpn-does-not-connect.} redeemByDay {Alegeți ziua de azi sau una de după ea, ulterioară celei actuale, cu cel mult zece ani mai târziu.} redeemableStart {Alegeți o primă zi mai târzie sau stabiliți o ultimă zi pentru activare.} other {Ștergeți caracterele de control invizibile și încercați din nou.}}",
  },
  CHANGED_MEANWHILE: {
    message: "Altcineva a salvat după ce ați deschis pagina.",
    remedy: "Reîncărcați pentru a vedea varianta mai nouă, apoi repetați modificarea.",
  },
  REAUTHENTICATION_REQUIRED: {
    message: "V-ați conectat cu mai mult de 15 minute în urmă.",
    remedy: "Conectați-vă din nou, ca să confirmați că sunteți dumneavoastră.",
  },
  PROFILE_INCOMPLETE: {
    message: "Profilul dumneavoastră nu este încă complet.",
    remedy: "Completați profilul o singură dată, apoi reveniți aici.",
  },
  ACCOUNT_KIND_NOT_ALLOWED: {
    message:
      "{context, select, purchase {Plata pe incident nu este disponibilă pentru o conectare cu un cont de la locul de muncă.} programme {Programul acestui acord nu admite acest tip de cont.} staff {Un cont de personal nu are planuri de asistență proprii.} other {Acest tip de cont nu poate face acest lucru.}}",
    remedy:
      "{context, select, purchase {Deconectați-vă și folosiți un cont personal, de exemplu unul Outlook.com.} programme {Conectați-vă cu alt cont: acordul poate fi înregistrat acolo.} staff {Conectați-vă cu propriul cont de client.} other {Conectați-vă cu alt cont.}}",
  },
  AGREEMENT_NOT_ACCEPTED: {
    message: "Acest ID de acces și acest ID de acord nu indică un acord care poate fi adăugat.",
    remedy:
      "Comparați ambele ID-uri cu scrisoarea sau mesajul primit. Dacă sunt corecte, întrebați persoana de la care le aveți.",
  },
  ACTIVATION_WINDOW_OVER: {
    message: "Acest acord trebuia activat până la {on}.",
    remedy: "Cereți celui care l-a emis mai mult timp pentru activare: aceleași ID-uri vor funcționa.",
  },
  AGREEMENT_ALREADY_REGISTERED: {
    message: "Acordul este deja înregistrat.",
    remedy:
      "Îl găsiți printre planurile dumneavoastră. Dacă nu poate fi ales, deschideți planurile indisponibile ca să vedeți motivul.",
  },
  PLAN_UNAVAILABLE: {
    message: "Acest plan de asistență nu poate fi folosit pentru această solicitare.",
    remedy:
      "Textul dumneavoastră este păstrat. Citiți motivele de lângă plan și alegeți alt plan sau urmați sfatul de acolo.",
  },
  HANDLED_BY_OTHER_PORTAL: {
    message: "Solicitările pentru acest produs se deschid în alt portal: {portalRo}.",
    remedy: "Deschideți solicitarea acolo. Nu s-a consumat niciun incident.",
  },
  SUPPORT_24X7_NEEDS_CRITICAL: {
    message: "Asistența non-stop este disponibilă numai pentru severitatea critică.",
    remedy: "Alegeți severitatea critică sau continuați fără asistență 24/7.",
  },
  ATTACHMENT_NOT_READY: {
    message: "Un fișier atașat încă se încarcă.",
    remedy: "Așteptați până se încarcă în întregime sau eliminați-l, apoi încercați din nou.",
  },
  ATTACHMENT_REFUSED: {
    message:
      "{reason, select, EMPTY {Acest fișier este gol.} TOO_LARGE {Acest fișier este mai mare decât este permis.} TYPE {Conținutul acestui fișier nu este ceea ce spune tipul lui.} INFECTED {În acest fișier s-a găsit un virus.} other {Acest fișier atașat a fost refuzat.}}",
    remedy:
      "{reason, select, EMPTY {Alegeți din nou fișierul după ce are conținut.} TOO_LARGE {Trimiteți cel mult {mebibytes, number} MiB per fișier: comprimați-l sau împărțiți-l.} TYPE {Verificați că fișierul este cel potrivit și întreg, apoi trimiteți-l cu numele lui sau într-o arhivă.} INFECTED {Nu este dat nimănui. Eliminați-l și verificați calculatorul de pe care provine.} other {Eliminați-l sau trimiteți conținutul în altă formă.}}",
  },
  ATTACHMENT_LIMIT_REACHED: {
    message:
      "{what, select, BYTES {Fișierele solicitării ar ocupa împreună mai mult de {mebibytes, number} MiB.} other {Solicitarea are deja {files, plural, one {# fișier} few {# fișiere} other {# de fișiere}}, numărul maxim permis.}}",
    remedy:
      "{what, select, BYTES {Eliminați mai întâi un fișier sau trimiteți numai partea care contează.} other {Eliminați mai întâi unul sau puneți mai multe fișiere într-o arhivă.}}",
  },
  CONTACT_REMOVAL_NOT_ALLOWED: {
    message: "Numai inginerul responsabil de solicitare poate elimina alte persoane de contact.",
    remedy: "Rugați inginerul să o facă. Pe dumneavoastră vă puteți elimina oricând.",
  },
  PRIMARY_CONTACT_REQUIRED: {
    message:
      "{context, select, last {Aceasta este ultima persoană de contact a solicitării.} other {O solicitare are întotdeauna o persoană de contact principală.}}",
    remedy:
      "{context, select, last {Adăugați mai întâi altă persoană de contact.} other {Alegeți cine devine persoana de contact principală.}}",
  },
  CONTACT_LIMIT_REACHED: {
    message:
      "Este loc numai pentru {limit, plural, one {o persoană de contact} few {# persoane de contact} other {# de persoane de contact}}.",
    remedy: "Renunțați la câteva dintre ele.",
  },
  DRAFT_LIMIT_REACHED: {
    message:
      "Aveți deja {limit, plural, one {o solicitare neterminată} few {# solicitări neterminate} other {# de solicitări neterminate}}; portalul nu păstrează mai multe.",
    remedy: "Continuați una dintre ele sau ștergeți schițele de care nu mai aveți nevoie.",
  },
  INVITE_NOT_VALID: {
    message: "Acest link a fost deja folosit, a expirat sau aparține altei adrese.",
    remedy: "Cereți un link nou.",
  },
  REQUEST_CLOSED: {
    message: "Această solicitare este închisă.",
    remedy: "Redeschideți-o în cel mult 14 zile de la închidere sau creați o solicitare nouă.",
  },
  REOPEN_WINDOW_OVER: {
    message:
      "Această solicitare a fost închisă cu mai mult de {days, plural, one {o zi} few {# zile} other {# de zile}} în urmă.",
    remedy: "Creați o solicitare nouă și menționați numărul acesteia.",
  },
  ALREADY_A_MESSAGE: {
    message: "Acesta contează deja ca mesaj.",
    remedy: "Nu este nimic de făcut; reîncărcați pagina ca să îl vedeți.",
  },
  EDIT_WINDOW_OVER: {
    message: "Acest mesaj nu mai poate fi modificat.",
    remedy: "Trimiteți un mesaj nou cu corectura.",
  },
  STATUS_CHANGE_NOT_ALLOWED: {
    message:
      "{act, select, withdraw {Un inginer a preluat această solicitare: nu mai poate fi retrasă.} rate {O solicitare se evaluează după ce este rezolvată sau închisă.} reopen {Nu este nimic de redeschis: solicitarea este deschisă sau a fost retrasă.} other {Solicitarea nu poate trece în această stare din starea în care se află.}}",
    remedy:
      "{act, select, withdraw {Închideți-o sau scrieți-i inginerului.} rate {Reveniți când este rezolvată.} reopen {Scrieți în solicitarea deschisă sau creați una nouă.} other {Reîncărcați solicitarea și alegeți una dintre stările oferite.}}",
  },
  NOT_REQUEST_OWNER: {
    message: "Numai inginerul responsabil de această solicitare poate face acest lucru.",
    remedy: "Preluați mai întâi solicitarea sau rugați inginerul responsabil.",
  },
  REFUND_NOT_POSSIBLE: {
    message: "Acest incident nu poate fi restituit.",
    remedy: "Verificați dacă a fost deja restituit și dacă motivul se potrivește.",
  },
  PURCHASE_NOT_ENABLED: {
    message: "Acest portal nu vinde incidente.",
    remedy: "Adăugați un acord sau întrebați furnizorul de asistență cum puteți cumpăra asistență.",
  },
  PACK_NOT_SOLD_IN_REGION: {
    message: "Acest pachet nu se vinde în regiunea dumneavoastră.",
    remedy:
      "{single, select, yes {Alegeți un singur incident.} other {Adăugați un acord sau întrebați furnizorul de asistență cum puteți cumpăra asistență.}}",
  },
  CONSENT_REQUIRED: {
    message: "Pentru plată este nevoie de acordul dumneavoastră.",
    remedy: "Citiți rândul de deasupra butonului și bifați-l dacă sunteți de acord.",
  },
  PAYMENT_METHOD_NOT_USABLE: {
    message: "Cu această metodă de plată nu se poate plăti.",
    remedy: "Alegeți alt card sau adăugați unul nou.",
  },
  PAYMENT_DECLINED: {
    message: "Plata a fost refuzată. Nu ați fost taxat.",
    remedy: "Încercați alt card sau întrebați banca. Textul dumneavoastră este păstrat.",
  },
  ADJUSTMENT_NOT_POSSIBLE: {
    message: "Acest acord nu poate fi modificat în acest fel.",
    remedy: "Verificați că nu a fost retras și că rămân cel puțin niciunul și cel mult toate incidentele acordate.",
  },
  TABLE_NOT_READ: {
    message:
      "{reason, select, EMPTY {Fișierul nu are niciun rând.} NOT_TEXT {Fișierul nu este nici text, nici registru de lucru (.xlsx).} NOT_UTF8 {Fișierul nu este în UTF-8.} NOT_JSON {Fișierul nu este o listă JSON de obiecte.} NO_COLUMN {Din antetul fișierului lipsește {place}.} COLUMN_TWICE {Antetul fișierului numește de două ori coloana {place}.} STRAY_QUOTE {Linia {line}, coloana {place}: există ghilimele într-o celulă care nu începe și nu se termină cu ghilimele.} OPEN_QUOTE {Ghilimelele deschise pe linia {line} nu sunt închise nicăieri.} CELL_LONG {Linia {line} are o celulă cu peste {max} de caractere.} TOO_MANY_ROWS {Fișierul are mai multe rânduri decât limita de {max}.} TOO_MANY_COLUMNS {Fișierul are mai multe coloane decât limita de {max}.} OLD_WORKBOOK {Fișierul este un registru de lucru vechi (.xls) sau protejat.} WORKBOOK_BROKEN {Registrul de lucru este deteriorat sau nu este de tip .xlsx.} WORKBOOK_LARGE {Dezarhivat, registrul de lucru depășește {max} MiB.} WORKBOOK_SHEETS {Registrul de lucru are rânduri pe mai multe foi: {place}.} WORKBOOK_MERGED {Celulele {place} sunt îmbinate.} other {Fișierul nu poate fi citit.}}",
    remedy:
      "{reason, select, EMPTY {Trimiteți un fișier cu antet și cel puțin un rând.} NOT_TEXT {Salvați-l ca .xlsx sau ca CSV (UTF-8) și trimiteți-l din nou.} NOT_UTF8 {Salvați-l în UTF-8 și trimiteți-l din nou.} NO_COLUMN {Adăugați în prima linie coloanele cu aceste nume și trimiteți fișierul din nou.} STRAY_QUOTE {Puneți întreaga celulă între ghilimele și dublați-le pe cele din interior sau salvați din nou fișierul din foaia de calcul.} OPEN_QUOTE {Închideți-le sau salvați din nou fișierul din foaia de calcul.} TOO_MANY_ROWS {Împărțiți fișierul și trimiteți părțile pe rând.} OLD_WORKBOOK {Salvați-l neprotejat, ca .xlsx, și trimiteți-l din nou.} WORKBOOK_BROKEN {Salvați-l din nou ca .xlsx sau CSV și trimiteți-l din nou.} WORKBOOK_LARGE {Salvați rândurile ca CSV și trimiteți fișierul rezultat.} WORKBOOK_SHEETS {Păstrați foaia care trebuie citită, ascundeți sau ștergeți-le pe celelalte și trimiteți fișierul din nou.} WORKBOOK_MERGED {Separați-le, astfel încât fiecare rând să aibă celulele lui, și trimiteți fișierul din nou.} other {Corectați fișierul și trimiteți-l din nou; din el nu s-a preluat nimic.}}",
  },
  IMPORT_NOT_VALID: {
    message:
      "{reason, select, PAUSED {Importul {importId} nu a ajuns la capăt: nimic din el nu este în vigoare.} RUNNING {Se lucrează la alt import.} other {Acest import nu mai poate fi pornit sau oprit.}}",
    remedy:
      "{reason, select, PAUSED {Continuați-l sau renunțați la el; apoi trimiteți din nou fișierul.} RUNNING {Așteptați până se încheie sau opriți-l.} other {Vedeți la ce a ajuns sau trimiteți fișierul din nou.}}",
  },
  PACK_NOT_VALID: {
    message:
      "{reason, select, CHANGED {Pachetele s-au schimbat de la această previzualizare sau acesta nu este fișierul previzualizat.} UPLOAD {Acest fișier încărcat nu mai există.} other {Pachetul are {count, plural, one {o problemă} few {# probleme} other {# de probleme}}, prima pe linia {line}.}}",
    remedy:
      "{reason, select, CHANGED {Priviți din nou previzualizarea.} UPLOAD {Trimiteți din nou fișierul.} other {Corectați fișierul și trimiteți-l din nou; pachetul în vigoare rămâne.}}",
  },
  ARTICLE_HAS_HTML: {
    message: "Linia {line} conține HTML sau o legătură care execută ceva ({found}).",
    remedy: "Scrieți textul în Markdown sau între semne de cod (`), dacă cititorii trebuie să îl vadă așa cum este.",
  },
  TOKEN_LIMIT_REACHED: {
    message:
      "Acest token mai poate muta astăzi {left, plural, =0 {0 incidente} one {un incident} few {# incidente} other {# de incidente}}.",
    remedy: "Faceți acest lucru în portal.",
  },
  LAST_ADMINISTRATOR: {
    message: "Acesta este ultimul administrator.",
    remedy: "Dați mai întâi rolul altcuiva.",
  },
} satisfies RefusalMessages;
