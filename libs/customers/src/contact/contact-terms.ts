/** What somebody wants to send. `customer_service` is a reply or a safety notice about the person's own matter: nothing here stops it. */
export const ContactPurpose = { CUSTOMER_SERVICE: 'customer_service', SERVICE_QUALITY: 'service_quality', MARKET_RESEARCH: 'market_research', OPINION_RESEARCH: 'opinion_research', DIRECT_MARKETING: 'direct_marketing' } as const;
export type ContactPurpose = (typeof ContactPurpose)[keyof typeof ContactPurpose];

/** Purposes that need consent, can be objected to and can be suppressed. */
export const ConsentPurpose = { SERVICE_QUALITY: 'service_quality', MARKET_RESEARCH: 'market_research', OPINION_RESEARCH: 'opinion_research', DIRECT_MARKETING: 'direct_marketing' } as const;
export type ConsentPurpose = (typeof ConsentPurpose)[keyof typeof ConsentPurpose];

export const ContactChannel = { EMAIL: 'email', SMS: 'sms', PHONE: 'phone', LETTER: 'letter' } as const;
export type ContactChannel = (typeof ContactChannel)[keyof typeof ContactChannel];

/** `service`: a question about the person's own matter, by legitimate interest. `strict`: counts as direct marketing and needs consent. */
export type LegalMode = 'service' | 'strict';

/** What a person objects to: one kind of survey, `surveys` of every kind, direct marketing, or `all` marketing and research. */
export const ObjectionScope = { SERVICE_QUALITY: 'service_quality', MARKET_RESEARCH: 'market_research', OPINION_RESEARCH: 'opinion_research', SURVEYS: 'surveys', DIRECT_MARKETING: 'direct_marketing', ALL: 'all' } as const;
export type ObjectionScope = (typeof ObjectionScope)[keyof typeof ObjectionScope];

export const SuppressionScope = { SURVEYS: 'surveys', MARKETING: 'marketing', ALL: 'all' } as const;
export type SuppressionScope = (typeof SuppressionScope)[keyof typeof SuppressionScope];

export const SuppressionCause = { HARD_BOUNCE: 'hard_bounce', SOFT_BOUNCES: 'soft_bounces', COMPLAINT: 'complaint', UNSUBSCRIBED: 'unsubscribed', ERASED: 'erased', BY_HAND: 'by_hand' } as const;
export type SuppressionCause = (typeof SuppressionCause)[keyof typeof SuppressionCause];

/** Through which door a choice came. */
export const ChoiceSource = { PHONE: 'phone', EMAIL: 'email', LETTER: 'letter', SHOP: 'shop', WEB: 'web', SURVEY_PAGE: 'survey_page', UNSUBSCRIBE_LINK: 'unsubscribe_link', IMPORT: 'import', SYSTEM: 'system' } as const;
export type ChoiceSource = (typeof ChoiceSource)[keyof typeof ChoiceSource];

/** The doors through which people speak to staff. */
export const SpokenSource = { PHONE: 'phone', EMAIL: 'email', LETTER: 'letter', SHOP: 'shop' } as const;
export type SpokenSource = (typeof SpokenSource)[keyof typeof SpokenSource];

export const RestrictionGround = { ACCURACY_CONTESTED: 'accuracy_contested', UNLAWFUL_PROCESSING: 'unlawful_processing', LEGAL_CLAIMS: 'legal_claims', OBJECTION_PENDING: 'objection_pending' } as const;
export type RestrictionGround = (typeof RestrictionGround)[keyof typeof RestrictionGround];

/** What makes a consent: the person's word, or refusal offered when an existing customer's address was collected. */
export const ConsentBasis = { CONSENT: 'consent', EXISTING_CUSTOMER: 'existing_customer' } as const;
export type ConsentBasis = (typeof ConsentBasis)[keyof typeof ConsentBasis];

/** Why nothing may be sent, in the order in which the reasons are looked for. */
export const REFUSALS = ['restricted', 'objection', 'no_consent', 'suppressed'] as const;
export type ContactRefusal = (typeof REFUSALS)[number];
export const ContactRefusal = { RESTRICTED: 'restricted', OBJECTION: 'objection', NO_CONSENT: 'no_consent', SUPPRESSED: 'suppressed' } as const satisfies Record<string, ContactRefusal>;

/** `since` is an ISO instant, null when no row says it. */
export type ContactAnswer = { readonly allowed: true } | { readonly allowed: false; readonly reason: ContactRefusal; readonly since: string | null };

const SURVEYS: readonly ConsentPurpose[] = ['service_quality', 'market_research', 'opinion_research'];
const EVERYTHING: readonly ConsentPurpose[] = [...SURVEYS, 'direct_marketing'];

/** Purposes that an objection of this scope stops. Who wants no direct marketing gets no surveys either. */
export const OBJECTION_STOPS: Readonly<Record<ObjectionScope, readonly ConsentPurpose[]>> = {
  service_quality: ['service_quality'], market_research: ['market_research'], opinion_research: ['opinion_research'],
  surveys: SURVEYS, direct_marketing: EVERYTHING, all: EVERYTHING,
};

/** Purposes that a suppression of this scope stops; what is sent in `strict` mode counts as marketing besides. */
export const SUPPRESSION_STOPS: Readonly<Record<SuppressionScope, readonly ConsentPurpose[]>> = { surveys: SURVEYS, marketing: ['direct_marketing'], all: EVERYTHING };
