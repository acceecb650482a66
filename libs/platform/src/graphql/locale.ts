import { registerEnumType } from '@nestjs/graphql';

/** The languages, for the schema of every library; one registration, since names in a schema are unique. */
export const LocaleEnum = { fi: 'fi', sv: 'sv', en: 'en' } as const;
registerEnumType(LocaleEnum, { name: 'Locale' });
