import { resultOf } from '@kaiku/platform';
import { ChoiceNotInForce, CustomerNotFound, RestrictionNotTold } from '../customers.problems';
import { CustomerModel } from './customer.models';

export const GiveConsentResult = resultOf('GiveConsentResult', CustomerModel, [CustomerNotFound]);
export const WithdrawConsentResult = resultOf('WithdrawConsentResult', CustomerModel, [CustomerNotFound]);
export const ObjectToContactResult = resultOf('ObjectToContactResult', CustomerModel, [CustomerNotFound]);
export const WithdrawObjectionResult = resultOf('WithdrawObjectionResult', CustomerModel, [CustomerNotFound, ChoiceNotInForce]);
export const RestrictProcessingResult = resultOf('RestrictProcessingResult', CustomerModel, [CustomerNotFound]);
export const LiftRestrictionResult = resultOf('LiftRestrictionResult', CustomerModel, [CustomerNotFound, ChoiceNotInForce, RestrictionNotTold]);
export const SuppressAddressResult = resultOf('SuppressAddressResult', CustomerModel, [CustomerNotFound]);
export const LiftSuppressionResult = resultOf('LiftSuppressionResult', CustomerModel, [CustomerNotFound, ChoiceNotInForce]);
