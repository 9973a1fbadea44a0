import { defineErrors } from '#platform/errors'

export const caseErrors = defineErrors('platformCase', {
  none: 409,
  notNow: 409,
  reasonMissing: 422,
})
