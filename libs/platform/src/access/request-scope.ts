import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { nobody, viewerOf, type Actor, type Locale, type Viewer } from '@kaiku/kernel';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config';
import { localeFrom } from '../i18n/messages';
import { SessionReader } from './session-reader';

/** What one request knows about its sender; loaders live as long as it does. */
export interface RequestScope {
  readonly actor: Actor;
  readonly viewer: Viewer;
  readonly locale: Locale;
  /** The sender's address as far as trusted proxies vouch for it. */
  readonly ip: string;
  /** The session token that came with the request, for signing out. */
  readonly sessionToken: string | null;
  readonly loaders: Map<unknown, unknown>;
  readonly resolve: <T>(token: abstract new (...args: never[]) => T) => T;
}

/** Reads the session cookie once per request. */
@Injectable()
export class RequestScopes {
  constructor(
    private readonly config: Config,
    private readonly sessions: SessionReader,
    private readonly modules: ModuleRef,
  ) {}

  /** `__Host-` and Secure on https; the plain name only on http loopback. */
  get cookieName(): string {
    return this.config.http.publicUrl.protocol === 'https:' ? '__Host-kaiku' : 'kaiku';
  }

  async of(request: Pick<FastifyRequest, 'headers' | 'ip'>): Promise<RequestScope> {
    return this.from(cookie(request.headers.cookie, this.cookieName), request.headers['accept-language'], request.ip);
  }

  async from(token: string | null, acceptLanguage: string | undefined, ip: string, inUse = true): Promise<RequestScope> {
    const actor: Actor = (token && (await this.sessions.read(token, inUse))) || nobody;
    return {
      actor,
      viewer: viewerOf(actor),
      locale: actor.kind === 'staff' ? actor.locale : localeFrom(acceptLanguage, 'fi'),
      ip: ip.replace(/^::ffff:/i, ''),
      sessionToken: token,
      loaders: new Map(),
      resolve: (type) => this.modules.get(type, { strict: false }),
    };
  }
}

/** Value of one cookie, or null. */
export function cookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value && value.length <= 256) return value;
  }
  return null;
}
