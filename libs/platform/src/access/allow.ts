import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const ACCESS = 'kaiku:access';
export type AccessRule = { readonly permission: string } | { readonly signedIn: true } | { readonly public: true; readonly why: string };

/** The operation needs this permission. */
export const Allow = (permission: string): CustomDecorator => SetMetadata(ACCESS, { permission } satisfies AccessRule);
/** Any signed-in staff member: for what concerns only themselves. */
export const SignedIn = (): CustomDecorator => SetMetadata(ACCESS, { signedIn: true } satisfies AccessRule);
/** Anybody; the reason is written down. */
export const Public = (why: string): CustomDecorator => SetMetadata(ACCESS, { public: true, why } satisfies AccessRule);
