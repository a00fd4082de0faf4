/** Words that every text has, without accents: no article is about them. */
const ENGLISH = `a about after again all also am an and any are as at be because been before but by can could did do does
  for from gave get gets give gives got had has have he her his how i if in into is it its just me more most my no not now of
  off on only or other our out over said say says she so some such than that the their them then there they this to too until
  up us very was we were what when where which while who why will with would you your`;
const ROMANIAN = `acest aceasta aceste acestea acesti acestia acolo acum ai aia al ale alt alta alte altul am ar are as asa asta
  astea atunci au avea avem azi ca cand care carei caruia cat cate catre ce cea cei cele cel cine cu cum da daca dar de deci
  decat deja deoarece desi din dintre doar dupa e ea ei el ele era erau este esti eu fara fi fie fiecare fost ii il imi in inca
  insa intr intre isi iti l la le li lor lui ma mai mea mei mele mereu meu mi mie mine mod mult n ne ni nici nimeni noi nostri
  nostru nu o ori pe pentru peste prin printr s sa sau se si spre sub sunt suntem ta te toata toate tot toti trebuie tu tuturor
  un una unde unei unele unor unui v va vi voi vom vor vreau zice`;

export const STOP_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${ROMANIAN}`.split(/\s+/));
