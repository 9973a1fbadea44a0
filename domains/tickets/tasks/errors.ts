import { defineErrors } from '#platform/errors'

export const taskErrors = defineErrors('tasks', {
  notFound: 404,
  notOpen: 409,
  ticketEnded: 409,
  open: 409,
  doneElsewhere: 409,
  ownerOrTeam: 422,
  ownerUnknown: 422,
  ownerAbsent: 422,
  teamUnknown: 422,
  noShop: 422,
  dueInPast: 422,
  answerMissing: 422,
  emptyPlan: 422,
  contactTooLate: 422,
  notLate: 409,
  legalDate: 409,
})
