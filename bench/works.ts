import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadOrder } from './load';
import type { Scene } from './database';
import type { Work } from './options';

const ROOT = join(__dirname, '..', '..');

/** A document of the console's own, from the committed manifest: what people's browsers really send. */
function consoleDocument(name: string): string {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'apps/console/src/graphql/generated/persisted-documents.json'), 'utf8')) as Record<string, string>;
  const found = Object.values(manifest).find((text) => new RegExp(`\\b(query|mutation) ${name}\\b`).test(text));
  if (!found) throw new Error(`the console has no document ${name}`);
  return found;
}

type Requests = Pick<LoadOrder, 'method' | 'requests' | 'refused' | 'wanted'>;
const SUBJECT = 'Tilaus FI-88213 ei ole saapunut';
const TEXT = 'Hei,\n\ntilasin viikko sitten koiranruokaa, eikä pakettia näy. Seuranta on seissyt samassa kohdassa maanantaista asti.\n\nVoitteko selvittää asian?\n\nTerveisin\nMaija Virtanen';
const ANSWER = 'Hei Maija,\n\ntarkistin tilauksesi. Paketti on jäänyt lajitteluun ja tulee perille huomenna.\n\nMukavaa päivänjatkoa!';

/** What the product is asked. */
export function productRequests(work: Work, scene: Scene): Requests {
  const post = (query: string, variables: readonly object[], operationName?: string): Requests => ({
    method: 'POST', requests: variables.map((v) => ({ path: '/graphql', body: JSON.stringify({ query, variables: v, operationName }) })), refused: '"errors"', wanted: '"id":',
  });
  switch (work) {
    case 'queue-page':
      return post(consoleDocument('QueuePage'), [{ view: 'ALL_OPEN', first: 50 }], 'QueuePage');
    case 'ticket-page':
      return post(consoleDocument('Ticket'), scene.numbers.map((number) => ({ number, last: 50 })), 'Ticket');
    case 'create-ticket':
      return post(consoleDocument('OpenTicket'), scene.customerIds.map((customerId) => ({ input: { idempotencyKey: '{{key}}', kind: 'QUESTION', subject: SUBJECT, text: TEXT, channel: 'PHONE', teamId: scene.otherTeamId, customerId, orderNumber: 'FI-88213' } })), 'OpenTicket');
    case 'reply':
      return post(consoleDocument('SendReply'), scene.answerable.product.map(({ id }) => ({ input: { idempotencyKey: '{{key}}', ticketId: id, sendAnyway: true, text: ANSWER, thenStatus: 'KEEP' } })), 'SendReply');
  }
}

/** The same asked of the yardstick. */
export function bareRequests(work: Work, scene: Scene): Requests {
  const common = { refused: '"error"', wanted: '"id"' } as const;
  switch (work) {
    case 'queue-page':
      return { ...common, method: 'GET', requests: [{ path: '/queue' }] };
    case 'ticket-page':
      return { ...common, method: 'GET', requests: scene.numbers.map((number) => ({ path: `/ticket/${number}` })) };
    case 'create-ticket':
      return { ...common, method: 'POST', requests: scene.customerIds.map((customerId) => ({ path: '/create', body: JSON.stringify({ key: '{{key}}', customerId, subject: SUBJECT, text: TEXT, order: 'FI-88213' }) })) };
    case 'reply':
      return { ...common, method: 'POST', requests: scene.answerable.bare.map(({ id, address }) => ({ path: '/reply', body: JSON.stringify({ key: '{{key}}', ticketId: id, address, text: ANSWER }) })) };
  }
}
