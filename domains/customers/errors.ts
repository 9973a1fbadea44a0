import { defineErrors } from '#platform/errors'

export const customerErrors = defineErrors('customers', {
  notFound: 404,
  /** One of the two was merged by somebody else in the meantime: look again. */
  moved: 409,
  sameFile: 409,
  alreadyUndone: 409,
  decided: 409,
  identityTaken: 409,
  /** A private link that is wrong, or whose month is over. */
  checkUpUnknown: 404,
  segmentUnknown: 404,
  segmentNameTaken: 409,
  segmentsFull: 409,
  /** The database was stopped at the limit: the rule should say less. */
  segmentSlow: 503,
})
