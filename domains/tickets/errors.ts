import { defineErrors } from '#platform/errors'

export const ticketErrors = defineErrors('tickets', {
  notFound: 404,
  illegalMove: 409,
  assigneeUnknown: 422,
  assigneeAbsent: 422,
  categoryUnknown: 422,
  fieldRequired: 422,
  shopUnknown: 422,
  nothingSaid: 422,
  reasonUnknown: 422,
  alarmTaken: 409,
  noAlarm: 409,
  noCustomer: 404,
  noProposal: 409,
  ratingTooEarly: 409,
  reopenTooLate: 409,
  idempotencyKey: 400,
  channelOff: 410,
  receivedInFuture: 422,
  expectedInPast: 422,
  asksForReview: 422,
})
