import { defineErrors } from '#platform/errors'

export const assessmentErrors = defineErrors('assessment', {
  notFound: 404,
  dueInPast: 422,
  dueTooFar: 422,
  personUnknown: 422,
  invitedTwice: 422,
  accusedInvited: 422,
  over: 409,
  notInvited: 409,
  alreadyGiven: 409,
  notAccountable: 409,
  nobodyAnswered: 409,
  notAllAnswered: 409,
})
