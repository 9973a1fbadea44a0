import { defineErrors } from '#platform/errors'

export const callErrors = defineErrors('calls', {
  notFound: 404,
  alreadyNoted: 409,
  ticketEnded: 409,
  ticketUnknown: 422,
  noRecording: 410,
  recordingRefused: 422,
  recordingUnreachable: 503,
})
