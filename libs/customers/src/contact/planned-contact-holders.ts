import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { PLANNED_CONTACTS, type PlannedContacts, type WithdrawnContacts } from './planned-contacts.port';

/** Finds who holds planned contacts in this process, and has them taken back; nobody does where no such library is loaded. */
@Injectable()
export class PlannedContactHolders {
  private found: readonly PlannedContacts[] | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  /** Inside the transaction of the choice, the person's lock held. */
  async withdraw(contacts: WithdrawnContacts): Promise<number> {
    this.found ??= this.discovery.getProviders().filter(({ metatype, instance }) => instance && metatype && this.reflector.get<boolean>(PLANNED_CONTACTS, metatype)).map(({ instance }) => instance as PlannedContacts);
    let withdrawn = 0;
    for (const holder of this.found) withdrawn += await holder.withdraw(contacts);
    return withdrawn;
  }
}
