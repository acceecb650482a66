import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Forbidden, Unauthenticated, type Actor } from '@kaiku/kernel';
import { ACCESS, type AccessRule } from './allow';
import { actorOf } from './current';

/** Fails closed: an operation that neither requires a permission nor says it is public is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Forbidden();
    assertAllowed(rule, actorOf(context));
    return true;
  }
}

export function assertAllowed(rule: AccessRule, actor: Actor): void {
  if ('public' in rule) return;
  if (actor.kind !== 'staff') throw new Unauthenticated();
  if ('permission' in rule && !actor.permissions.has(rule.permission)) throw new Forbidden(rule.permission);
}
