import type { TeamKey } from './people';

type Who = 'liisa' | 'johan' | 'sanna';
type Said = { by: 'customer' | Who; kind?: 'reply' | 'note'; hours: number; text: string };

export interface Matter {
  customer: number;
  kind: 'question' | 'complaint' | 'feedback' | 'call' | 'privacy_request';
  channel: 'email' | 'form' | 'phone' | 'store' | 'letter';
  team: TeamKey;
  language: 'fi' | 'sv' | 'en';
  subject: string;
  order?: string;
  assignee?: Who;
  priority?: 'low' | 'high' | 'urgent';
  tags?: string[];
  answerWanted?: boolean;
  /** How it ended, if it did. */
  end?: 'waiting_customer' | 'solved' | { reason: string };
  /** `hours` before now. */
  said: Said[];
}

const c = (hours: number, text: string): Said => ({ by: 'customer', hours, text });
const reply = (by: Who, hours: number, text: string): Said => ({ by, kind: 'reply', hours, text });
const note = (by: Who, hours: number, text: string): Said => ({ by, kind: 'note', hours, text });

/** What has happened at the shop lately. */
export const MATTERS: Matter[] = [
  { customer: 0, kind: 'complaint', channel: 'email', team: 'safety', language: 'fi', subject: 'Reklamaatio: koiran ruoka aiheutti allergiaoireita', order: 'FI-88213', assignee: 'johan', priority: 'high', tags: ['erä L2410'],
    said: [
      c(54, 'Hei,\n\nMusti sai Lähitassu-ruoasta iholle punoittavia läiskiä ja raapii itseään jatkuvasti. Pakkauksessa lukee, ettei ruoassa ole kanaa, mutta oireet ovat samat kuin kanasta. Erä on L2410.\n\nOlemme ruokkineet samaa ruokaa jo vuoden ilman allergiaa. Mitä voin tehdä?\n\nLiitteenä kuva pakkauksesta ja kuitti.'),
      note('sanna', 30, 'Erä L2410 on ollut kahdessa aiemmassa reklamaatiossa. Pyysin laadunvalvonnasta analyysin.'),
      reply('johan', 29, 'Hei Maija,\n\nkiitos yhteydenotosta ja pahoittelut Mustin oireista. Lopettakaa ruoan syöttäminen heti. Selvitämme erän L2410 tiedot ja palaan asiaan tänään.'),
      c(2, 'Kiitos nopeasta vastauksesta. Eläinlääkärin lasku oli 148 €, korvaatteko sen?'),
    ] },
  { customer: 1, kind: 'question', channel: 'email', team: 'web', language: 'fi', subject: 'Paketti palautunut lähettäjälle – noutoaika umpeutui', order: 'FI-88190', said: [c(5, 'Hei, olin reissussa ja paketti ehti palautua teille. Voitteko lähettää sen uudelleen? Maksan mielelläni rahdin.')] },
  { customer: 2, kind: 'question', channel: 'email', team: 'care', language: 'fi', subject: 'Kanta-asiakaspisteet puuttuvat ostokselta 14.11.', assignee: 'liisa', end: 'waiting_customer',
    said: [c(28, 'Moi! Ostin lauantaina Kampista kahdella sadalla eurolla, eikä pisteitä ole näkynyt. Kortti oli kyllä mukana.'), reply('liisa', 26, 'Hei Juhani,\n\nkiitos viestistä, tarkistan asian. Löytyisikö sinulta kuitin numero? Se on kuitin alareunassa ja alkaa K-kirjaimella.')] },
  { customer: 7, kind: 'question', channel: 'email', team: 'care', language: 'sv', subject: 'Beställning FI-88213B har inte kommit', order: 'FI-88213B', said: [c(7, 'Hej! Jag beställde kattsand för en vecka sedan och har inte hört något. Kan ni kontrollera var paketet är?\n\nHälsningar\nErik')] },
  { customer: 3, kind: 'question', channel: 'form', team: 'care', language: 'sv', subject: 'Flytta fakturans förfallodag', assignee: 'johan', end: 'waiting_customer',
    said: [c(50, 'Hej, jag får lön först den 30. Går det att flytta förfallodagen på fakturan?'), reply('johan', 46, 'Hej Sara!\n\nDet går bra. Skicka fakturans nummer så flyttar jag förfallodagen till den 2 december.')] },
  { customer: 4, kind: 'question', channel: 'email', team: 'web', language: 'sv', subject: 'Returnering av vinterjacka, fel storlek', order: 'FI-88231', assignee: 'liisa', said: [c(20, 'Hej, jag beställde fel storlek och skulle vilja byta till L. Hur gör jag?')] },
  { customer: 5, kind: 'question', channel: 'email', team: 'care', language: 'fi', subject: 'Kuljetusaika Maarianhaminaan', end: 'solved',
    said: [c(75, 'Hei, kuinka kauan toimitus Ahvenanmaalle kestää? Linnunsiemenet ovat loppumassa.'), reply('liisa', 73, 'Hei Aino,\n\ntoimitus Maarianhaminaan kestää 3–5 arkipäivää. Jos tilaat tänään, paketti on noudettavissa viimeistään ensi maanantaina.')] },
  { customer: 6, kind: 'question', channel: 'email', team: 'care', language: 'en', subject: 'Loyalty card shows wrong tier after upgrade', said: [c(9, 'Hello,\n\nI reached Gold last month but the app still says Silver, and the birthday offer did not arrive. Could you have a look?\n\nThanks,\nPriya')] },
  { customer: 9, kind: 'feedback', channel: 'form', team: 'care', language: 'fi', subject: 'Ihana palvelu Kampin myymälässä', answerWanted: false, end: { reason: 'no_reply_wanted' }, said: [c(100, 'Myyjä auttoi meitä kanin kanssa melkein puoli tuntia. Kiitos!')] },
  { customer: 10, kind: 'feedback', channel: 'email', team: 'web', language: 'en', subject: 'Search in the web shop', said: [c(31, 'The search does not find "cat litter" unless I write it in Finnish. It would help a lot if it did.')] },
  { customer: 11, kind: 'complaint', channel: 'letter', team: 'safety', language: 'sv', subject: 'Trasig bur vid leverans', priority: 'high', assignee: 'johan',
    said: [c(96, 'Buren som levererades den 12 november hade en avbruten dörr och vassa kanter. Hunden kunde ha skadat sig. Jag vill ha en ny bur eller pengarna tillbaka.'), note('johan', 80, 'Brevet är skannat. Väntar på bilder från budfirman.')] },
  { customer: 8, kind: 'question', channel: 'store', team: 'care', language: 'fi', subject: 'Kadonnut lahjakortti', assignee: 'sanna', said: [c(27, 'Asiakas kysyi Kampissa kadonneesta 50 euron lahjakortista. Kuitti on tallella, ostettu 3.10.')] },
  { customer: 0, kind: 'question', channel: 'email', team: 'care', language: 'fi', subject: 'Palautus: talutin', end: 'solved', said: [c(400, 'Hei, voinko palauttaa talutinta, jota ei ole käytetty?'), reply('liisa', 396, 'Hei Maija,\n\nvoit palauttaa käyttämättömän talutimen 30 päivän kuluessa mihin tahansa myymäläämme. Ota kuitti mukaan.')] },
  { customer: 2, kind: 'complaint', channel: 'email', team: 'safety', language: 'fi', subject: 'Purulelun osa irtosi', tags: ['lelut'], said: [c(3, 'Tuisku sai uudesta purulelusta irti muovisen osan, jonka ehdin onneksi ottaa suusta pois. Lelu on alle viikon vanha. Tällaista ei pitäisi myydä pennuille.')] },
  { customer: 6, kind: 'question', channel: 'form', team: 'web', language: 'en', subject: 'Invoice for my company', assignee: 'liisa', end: 'solved', said: [c(130, 'Could I get an invoice with our business ID for order FI-87990?'), reply('liisa', 126, 'Hi Priya,\n\nthe invoice is on its way to this address. Your business ID is on it now.')] },
  { customer: 5, kind: 'privacy_request', channel: 'email', team: 'care', language: 'fi', subject: 'Haluan tietää, mitä tietoja minusta on', said: [c(22, 'Hei, pyydän kopion kaikista tiedoista, joita teillä on minusta.\n\nAino Koskela-Järvenpää')] },
  { customer: 1, kind: 'question', channel: 'email', team: 'care', language: 'fi', subject: 'Kissan raapimispuun koontiohje', said: [c(1, 'Hei! Kiipeilypuun laatikosta puuttui ohje. Löytyykö se jostain netistä?')] },
  { customer: 3, kind: 'question', channel: 'email', team: 'care', language: 'sv', subject: 'Öppettider under självständighetsdagen', said: [c(4, 'Hej, har ni öppet den 6 december?')] },
  { customer: 9, kind: 'question', channel: 'email', team: 'care', language: 'fi', subject: 'Kanin heinä loppu myymälästä', assignee: 'liisa', said: [c(6, 'Milloin timoteiheinää tulee taas Jumboon? Napoleon ei syö muuta.')] },
  { customer: 7, kind: 'complaint', channel: 'form', team: 'safety', language: 'sv', subject: 'Kattsanden dammar mer än förut', said: [c(33, 'Den senaste satsen dammar så att katten nyser. Har ni ändrat något?')] },
];
