import { defineErrors } from '#platform/errors'

export const loyaltyErrors = defineErrors('loyalty', {
  notFound: 404,
  eventUnknown: 404,
  shopUnknown: 422,
  shopRequired: 422,
  eventNotOpen: 409,
  eventFull: 409,
  alreadySignedUp: 409,
  consentMissing: 422,
  consentChanged: 409,
  answerRequired: 422,
  answerUnknown: 422,
  capacityTaken: 422,
  budgetGiven: 422,
  rewardFixed: 422,
  endsTooEarly: 422,
  moveRefused: 409,
})
