import { defineErrors } from '#platform/errors'

export const platformCaseErrors = defineErrors('platformCase', {
  none: 409,
  notNow: 409,
  reasonMissing: 422,
})
