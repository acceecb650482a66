import type { Locale } from '@kaiku/kernel';
import { FOODS, GEAR, SHOPS, type Product } from './catalogue';
import { batchNumber, type SeededCustomer } from './make-customer';
import * as en from './matters/en';
import * as fi from './matters/fi';
import type { Manners, Matter } from './matters/matter';
import * as sv from './matters/sv';
import type { Random } from './random';

const LANGUAGES: Readonly<Record<Locale, { readonly manners: Manners; readonly matters: readonly Matter[] }>> = { fi, sv, en };
/** How often each topic comes up. */
const OFTEN = { food_reaction: 7, food_spoiled: 6, gear_broken: 8, delivery_missing: 20, return: 12, loyalty: 12, advice: 14, invoice: 8, praise: 6, idea: 5, privacy: 2 } as const;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** One matter in one language with its facts: says every text about it the same way. */
export class Story {
  readonly matter: Matter;
  readonly order: string | null;
  private readonly facts: Readonly<Record<string, string>>;
  private readonly manners: Manners;

  /** @param at when the customer turned to us, in milliseconds */
  constructor(
    private readonly random: Random,
    readonly language: Locale,
    private readonly customer: SeededCustomer | null,
    at: number,
  ) {
    const { manners, matters } = LANGUAGES[language];
    const topic = random.weighted(OFTEN);
    this.matter = matters.find((m) => m.topic === topic)!;
    this.manners = manners;
    const wanted = random.of(this.matter.product === 'food' ? FOODS : GEAR);
    const product: Product = customer?.receipt?.product.kind === this.matter.product ? customer.receipt.product : wanted;
    const { receipt, pet } = customer ?? {};
    const order = receipt?.order ?? `FI-${random.between(10_000, 99_999)}`;
    const species = pet?.species ?? product.species;
    this.facts = {
      product: product.name[language], order, receipt: receipt?.number ?? `R${random.digits(6)}`, batch: batchNumber(random), shop: random.of(SHOPS), amount: `${random.between(15, 260)}`, kilos: String(random.between(3, 40)),
      date: dateIn(language, at - random.between(1, 20) * 86_400_000), ourPet: manners[species].replace('{pet}', pet?.name ?? (species === 'dog' ? 'Musti' : 'Miuku')), name: customer?.firstName ?? '',
    };
    this.order = random.chance(0.55) ? order : null;
  }

  subject(): string {
    return this.fill(this.random.of(this.matter.subjects));
  }
  told(): string {
    const said = this.matter.told.map((variants) => capital(this.fill(this.random.of(variants))));
    // People break lines where they feel like it.
    const body = said.length > 3 ? `${said.slice(0, 2).join(' ')}\n\n${said.slice(2).join(' ')}` : said.join(' ');
    const name = this.customer ? `\n${this.customer.firstName} ${this.customer.lastName}` : '';
    return `${this.random.of(this.manners.hello)}\n\n${body}\n\n${this.random.of(this.manners.bye)}${name}`;
  }
  answer(): string {
    return this.ours(this.matter.answers.map((variants) => capital(this.fill(this.random.of(variants)))).join(' '));
  }
  more(): string {
    return capital(this.fill(this.random.of(this.matter.more)));
  }
  settled(): string {
    return this.ours(capital(this.fill(this.random.of(this.matter.settled))));
  }
  thanks(): string {
    return this.random.of(this.manners.thanks);
  }
  note(): string {
    return capital(this.fill(this.random.of(this.matter.notes)));
  }
  called(): string {
    return capital(this.fill(this.random.of(this.matter.called)));
  }
  noReplyReason(): string {
    return this.random.of(this.manners.noReplyReasons);
  }

  private ours(body: string): string {
    return `${this.fill(this.random.of(this.manners.ourHello)).replace(/ +(?=[ ,!])/g, '')}\n\n${body}\n\n${this.random.of(this.manners.ourBye)}`;
  }
  private fill(text: string): string {
    return text.replace(/\{(\w+)\}/g, (_, name: string) => this.facts[name] ?? '');
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A day as people write it in passing. */
export function dateIn(language: Locale, ms: number): string {
  const date = new Date(ms);
  const [day, month] = [date.getUTCDate(), date.getUTCMonth()];
  return language === 'fi' ? `${day}.${month + 1}.` : language === 'sv' ? `${day}.${month + 1}` : `${day} ${MONTHS[month]}`;
}
