import { defineErrors } from '#platform/errors'

export const investigationErrors = defineErrors('investigation', {
  ownCase: 409,
  changedBy: 409,
  concluded: 409,
  notConcluded: 409,
  nothingFound: 422,
  notHeard: 409,
  causeUnknown: 422,
  evidenceEmpty: 422,
  happensLater: 422,
  evidenceNotFound: 404,
  withdrawn: 409,
  statementStands: 409,
  accusedUnknown: 422,
  accusedHandles: 422,
  nobodyLeft: 409,
  notAsked: 409,
  answered: 409,
})
