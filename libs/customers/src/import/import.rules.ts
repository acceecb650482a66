import { line, locale, text } from '@kaiku/kernel';
import { z } from 'zod';

const day = z.iso.date();

/** One customer as another system knows them; the customer number is the join key. */
export const ImportRow = z.strictObject({
  customerNumber: line(40).transform((n) => n.toUpperCase()),
  firstName: line(100).nullish(),
  lastName: line(100).nullish(),
  language: locale.nullish(),
  postalAddress: text(500).nullish(),
  since: day.nullish(),
  emails: z.array(line(254)).max(10).default([]),
  phones: z.array(line(60)).max(10).default([]),
  loyalty: z.strictObject({ number: line(60).nullish(), tier: line(60).nullish(), points: z.int().nullish(), startedOn: day.nullish(), endedOn: day.nullish() }).nullish(),
  pets: z.array(z.strictObject({ name: line(100), species: line(60), birthYear: z.int().min(1980).max(2100).nullish(), allergies: z.array(line(100)).max(20).default([]) })).max(50).default([]),
  receipts: z
    .array(
      z.strictObject({
        receiptNumber: line(60),
        orderNumber: line(60).nullish(),
        boughtOn: day,
        shop: line(100),
        totalCents: z.int().nullish(),
        lines: z.array(z.strictObject({ product: line(200), quantity: z.int(), priceCents: z.int().nullable().default(null), batch: line(60).nullable().default(null) })).max(200).default([]),
      }),
    )
    .max(1000)
    .default([]),
});
export type ImportRow = z.output<typeof ImportRow>;
export type ImportRowInput = z.input<typeof ImportRow>;

/** The values of a customer that an import may set. */
export const IMPORTED_FIELDS = ['firstName', 'lastName', 'language', 'postalAddress', 'since'] as const;
export type ImportedField = (typeof IMPORTED_FIELDS)[number];
export type ImportedValues = Readonly<Record<ImportedField, string | null>>;

/**
 * What the import changes of a known customer. It fills and refreshes what systems told, but a value that the person gave or had
 * corrected (`corrected`) stays, and a missing value erases nothing.
 */
export function decideImport(now: ImportedValues, row: Partial<Record<ImportedField, string | null | undefined>>, corrected: ReadonlySet<string>): { field: ImportedField; oldValue: string | null; newValue: string }[] {
  return IMPORTED_FIELDS.flatMap((field) => {
    const newValue = row[field] ?? null;
    return newValue === null || newValue === now[field] || corrected.has(field) ? [] : [{ field, oldValue: now[field], newValue }];
  });
}
