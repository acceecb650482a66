import { IdempotencyKeyReused } from '@kaiku/kernel';
import { resultOf } from '@kaiku/platform';
import { ContactPointInvalid, CustomerConflict, CustomerNotFound, CustomerNumberTaken } from '../customers.problems';
import { CustomerModel } from './customer.models';

export const CreateCustomerResult = resultOf('CreateCustomerResult', CustomerModel, [CustomerNumberTaken, ContactPointInvalid, IdempotencyKeyReused]);
export const UpdateCustomerResult = resultOf('UpdateCustomerResult', CustomerModel, [CustomerNotFound, CustomerConflict]);
export const AddContactPointResult = resultOf('AddContactPointResult', CustomerModel, [CustomerNotFound, ContactPointInvalid]);
export const RemoveContactPointResult = resultOf('RemoveContactPointResult', CustomerModel, [CustomerNotFound]);
