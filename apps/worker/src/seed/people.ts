import type { Locale } from '@kaiku/kernel';
import type { Random } from './random';

const FIRST: Readonly<Record<Locale, readonly string[]>> = {
  fi: `Maija Juhani Olli Kerttu Aino Pekka Liisa Mikko Sanna Timo Päivi Antti Johanna Kari Minna Jari Tiina Heikki Anne Ville Hanna Matti Katja Jukka Riikka Tuomas Eeva Markku
    Satu Janne Elina Seppo Outi Sami Niina Petri Henna Risto Kirsi Arto Veera Esa Leena Teemu Jaana Toni Mervi Oskari Noora Eero`.split(/\s+/),
  sv: `Erik Sara Karin Mats Ulla Fredrik Camilla Johan Annika Anders Malin Peter Linda Kristian Maria Henrik Jenny Tomas Sofia Niklas Åsa Björn Hanna Robert Ingrid`.split(/\s+/),
  en: `Priya James Olivia Daniel Emma Ahmed Grace Thomas Chloe Samuel Amelia Ravi Hannah Oliver Zainab Lucas Megan Adrian Natalia Ben`.split(/\s+/),
};
const LAST: Readonly<Record<Locale, readonly string[]>> = {
  fi: `Virtanen Korhonen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen
    Salo Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Ojala Leppänen Väisänen Hiltunen Kallio Miettinen Aaltonen Pitkänen Manninen Koskela
    Räsänen Hakala Laaksonen Anttila Hirvonen Huttunen Kemppainen Peltonen Nurmi Koivisto Tikkanen Rautio Koskela-Järvenpää`.split(/\s+/),
  sv: `Lindqvist Söderholm Johansson Nyman Lindholm Andersson Eriksson Sundström Holm Öhman Backman Sjöberg Westerlund Nordström Wikström Grönroos Blomqvist Åberg Ekholm Forsman
    Häggblom Mattsson`.split(/\s+/),
  en: `Raman Carter Novak Hughes Okafor Murphy Silva Walker Kowalski Evans Hassan Clarke Fernandes Morgan Petrov Bennett Sharma Wright Lopez Turner`.split(/\s+/),
};
const STREETS = ['Koivutie', 'Rantakatu', 'Mäntypolku', 'Kauppakatu', 'Puistokuja', 'Ratakatu', 'Pihlajatie', 'Skolgatan', 'Strandvägen', 'Kirkkokatu'];
const TOWNS = ['00100 Helsinki', '02100 Espoo', '33100 Tampere', '20100 Turku', '90100 Oulu', '65100 Vaasa', '06100 Porvoo', '70100 Kuopio', '22100 Mariehamn', '40100 Jyväskylä'];
const MAIL_HOSTS = ['posti.example', 'kotisivu.example', 'mejl.example', 'inbox.example'];

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Locale;
}

/** 70 % Finnish, 15 % Swedish, 15 % English. */
export const someLanguage = (random: Random): Locale => random.weighted({ fi: 70, sv: 15, en: 15 });

export const somePerson = (random: Random, language = someLanguage(random)): Person => ({ firstName: random.of(FIRST[language]), lastName: random.of(LAST[language]), language });

const plain = (name: string): string => name.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '');

/** An address that leads nowhere; `n` makes it that person's only. */
export const emailOf = ({ firstName, lastName }: Person, n: number, random: Random): string => `${plain(firstName)}.${plain(lastName)}${n}@${random.of(MAIL_HOSTS)}`;

export const someAddress = (random: Random): string => `${random.of(STREETS)} ${random.between(1, 88)} ${random.of(['A', 'B', 'C', 'D', 'E'])} ${random.between(1, 60)}, ${random.of(TOWNS)}`;

const PREFIXES = ['40', '41', '44', '45', '46', '50'];
/** A mobile number with a digit too many to be anybody's, as a person writes it and in E.164. There are 600,000; then they repeat. */
export function phoneOf(n: number): { value: string; original: string } {
  const prefix = PREFIXES[Math.floor(n / 100_000) % PREFIXES.length]!;
  const rest = String(n % 100_000).padStart(5, '0');
  return { value: `+358${prefix}555${rest}`, original: `0${prefix} 555 ${rest}` };
}
