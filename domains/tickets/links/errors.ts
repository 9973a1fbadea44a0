import { defineErrors } from '#platform/errors'

export const linkErrors = defineErrors('links', {
  sameTicket: 422,
  otherUnknown: 422,
  sourceEnded: 409,
  sourceMerged: 409,
  sourceHasMerged: 409,
  targetMerged: 409,
  targetClosed: 409,
  targetSetAside: 409,
  targetSettled: 409,
  differentCustomers: 409,
  confirmCustomer: 409,
  notMerged: 409,
  notProposed: 409,
  notSaid: 422,
  onlyMessage: 409,
})
