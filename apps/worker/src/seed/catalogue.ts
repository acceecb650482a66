import type { Locale } from '@kaiku/kernel';

type Words = Readonly<Record<Locale, string>>;
export interface Product {
  readonly name: Words;
  readonly kind: 'food' | 'gear';
  readonly species: 'dog' | 'cat';
  /** Price in cents. */
  readonly cents: number;
}

const food = (species: Product['species'], cents: number, fi: string, sv: string, en: string): Product => ({ name: { fi, sv, en }, kind: 'food', species, cents });
const gear = (species: Product['species'], cents: number, fi: string, sv: string, en: string): Product => ({ name: { fi, sv, en }, kind: 'gear', species, cents });

/** What Lumo sells; the brands do not exist. */
export const PRODUCTS: readonly Product[] = [
  food('dog', 5490, 'Lähitassu Lohi 12 kg', 'Lähitassu Lax 12 kg', 'Lähitassu Salmon 12 kg'),
  food('dog', 4990, 'Lähitassu Kana ja riisi 12 kg', 'Lähitassu Kyckling och ris 12 kg', 'Lähitassu Chicken and Rice 12 kg'),
  food('dog', 2790, 'Lähitassu Pentu 4 kg', 'Lähitassu Valp 4 kg', 'Lähitassu Puppy 4 kg'),
  food('dog', 3290, 'Naavapolku Poro 4 kg', 'Naavapolku Ren 4 kg', 'Naavapolku Reindeer 4 kg'),
  food('dog', 990, 'Naavapolku Puruluu 6 kpl', 'Naavapolku Tuggben 6 st', 'Naavapolku Chews 6 pcs'),
  food('cat', 2190, 'Kehrä Aikuinen 3 kg', 'Kehrä Vuxen 3 kg', 'Kehrä Adult 3 kg'),
  food('cat', 2490, 'Kehrä Steriloitu 3 kg', 'Kehrä Steriliserad 3 kg', 'Kehrä Sterilised 3 kg'),
  food('cat', 1290, 'Kehrä Märkäruoka 12 x 85 g', 'Kehrä Våtfoder 12 x 85 g', 'Kehrä Wet Food 12 x 85 g'),
  gear('dog', 1990, 'Naavapolku talutin 2 m', 'Naavapolku koppel 2 m', 'Naavapolku lead 2 m'),
  gear('dog', 3990, 'Naavapolku valjaat M', 'Naavapolku sele M', 'Naavapolku harness M'),
  gear('dog', 5990, 'Routa-talvitakki 45 cm', 'Routa vinterjacka 45 cm', 'Routa winter coat 45 cm'),
  gear('dog', 6990, 'Unelma-koiranpeti L', 'Unelma hundbädd L', 'Unelma dog bed L'),
  gear('cat', 8990, 'Kehrä raapimispuu 140 cm', 'Kehrä klösträd 140 cm', 'Kehrä scratching post 140 cm'),
  gear('cat', 4490, 'Kehrä juoma-automaatti', 'Kehrä dricksfontän', 'Kehrä drinking fountain'),
  gear('cat', 3490, 'Kehrä kuljetuslaukku', 'Kehrä transportväska', 'Kehrä carrier'),
];
export const FOODS = PRODUCTS.filter((p) => p.kind === 'food');
export const GEAR = PRODUCTS.filter((p) => p.kind === 'gear');

export const SHOPS: readonly string[] = ['Lumo Verkkokauppa', 'Lumo Kamppi', 'Lumo Tapiola', 'Lumo Tampere', 'Lumo Turku', 'Lumo Oulu', 'Lumo Vaasa', 'Lumo Porvoo', 'Lumo Kuopio', 'Lumo Mariehamn'];
export const TIERS: readonly string[] = ['Pronssi', 'Hopea', 'Kulta'];
export const ALLERGIES: readonly string[] = ['kana', 'vehnä', 'nauta', 'maissi', 'laktoosi'];
export const PET_NAMES: Readonly<Record<Product['species'], readonly string[]>> = {
  dog: ['Musti', 'Rekku', 'Halla', 'Nöpö', 'Bella', 'Luna', 'Peni', 'Vilma', 'Otso', 'Ruska', 'Tessu', 'Sulo', 'Molly', 'Ronja'],
  cat: ['Miuku', 'Nalle', 'Kisu', 'Viiru', 'Tiuhti', 'Pörri', 'Simba', 'Nasu', 'Misse', 'Usva', 'Minttu', 'Sisu'],
};
