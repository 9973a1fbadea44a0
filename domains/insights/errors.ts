import { defineErrors } from '#platform/errors'

export const insightErrors = defineErrors('insights', {
  notFound: 404,
  // An emergency room was opened from it.
  hasIncident: 409,
})
