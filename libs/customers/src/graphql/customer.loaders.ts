import { defineLoader } from '@kaiku/platform';
import { ContactChoicesQueries } from '../contact/contact-choices.queries';
import { CustomerDetailsQueries } from '../customer-details.queries';
import { CustomerQueries } from '../customer.queries';
import { CustomerModel } from './customer.models';

/** A customer beside something else: `Ticket.customer` and the like. */
export const CustomerById = defineLoader(CustomerQueries, async (customers, viewer, ids) => {
  const found = await customers.byIds(viewer, ids);
  return new Map([...found].map(([id, view]) => [id, CustomerModel.of(view)]));
});

export const DetailsByCustomer = defineLoader(CustomerDetailsQueries, (details, viewer, ids) => details.byIds(viewer, ids));

export const ChoicesByCustomer = defineLoader(ContactChoicesQueries, (choices, viewer, ids) => choices.byIds(viewer, ids));
