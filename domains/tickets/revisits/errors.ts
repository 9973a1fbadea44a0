import { defineErrors } from '#platform/errors'

export const revisitErrors = defineErrors('revisit', {
  notFound: 404,
  notDue: 409,
  over: 409,
  notClosed: 409,
  timeUnfit: 422,
  reasonUnknown: 422,
})
