import { Injectable, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';

/** What another mail server says about a mail that left here. */
export interface DeliveryNews {
  /** Of the returned mail, with its angle brackets; null where the report does not say. */
  readonly originalMessageId: string | null;
  /** Addresses the report came to: an envelope sender of ours that says which mail it was. */
  readonly to: readonly string[];
  /** RFC 3463 code such as `5.1.1`, null where there is none. */
  readonly status: string | null;
  /** `failed` is final, `delayed` is not. */
  readonly action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';
}

/** Port: who sends mails of its own hears what became of them. Mark the class with {@link TakesDeliveryNews}; any number may. */
export interface DeliveryNewsTaker {
  /** Whether reports to this address are for it. */
  knows(address: string): boolean;
  /** Called inside the transaction that files the report. True when the mail was its own. */
  take(news: DeliveryNews): Promise<boolean>;
}

const DELIVERY_NEWS = 'kaiku:delivery-news';
export const TakesDeliveryNews = (): CustomDecorator => SetMetadata(DELIVERY_NEWS, true);

/** All takers of this process, whichever library they are in. */
@Injectable()
export class DeliveryNewsTakers implements DeliveryNewsTaker {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  knows(address: string): boolean {
    return this.all().some((taker) => taker.knows(address));
  }

  async take(news: DeliveryNews): Promise<boolean> {
    for (const taker of this.all()) if (await taker.take(news)) return true;
    return false;
  }

  private all(): readonly DeliveryNewsTaker[] {
    return this.discovery
      .getProviders()
      .filter(({ metatype }) => metatype && this.reflector.get(DELIVERY_NEWS, metatype))
      .map(({ instance }) => instance as DeliveryNewsTaker);
  }
}
