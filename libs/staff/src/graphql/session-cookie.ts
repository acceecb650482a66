import { Injectable } from '@nestjs/common';
import { LIMITS } from '@kaiku/kernel';
import { Config, RequestScopes, type GraphqlContext } from '@kaiku/platform';

/** Sets and clears the session cookie: unreadable by scripts, not sent along from other sites' forms. */
@Injectable()
export class SessionCookie {
  constructor(
    private readonly config: Config,
    private readonly scopes: RequestScopes,
  ) {}

  set(http: GraphqlContext, token: string): void {
    this.write(http, token, LIMITS.session.absoluteDays * 86_400);
  }

  clear(http: GraphqlContext): void {
    this.write(http, '', 0);
  }

  private write(http: GraphqlContext, value: string, maxAge: number): void {
    const secure = this.config.http.publicUrl.protocol === 'https:' ? '; Secure' : '';
    http.reply?.header('set-cookie', `${this.scopes.cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`);
  }
}
