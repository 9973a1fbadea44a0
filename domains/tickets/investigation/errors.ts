import { defineErrors } from '#platform/errors'

export const investigationErrors = defineErrors('investigation', {
  ownCase: 409,
  changedBy: 409,
  concluded: 409,
  notConcluded: 409,
  nothingFound: 422,
  causeUnknown: 422,
  evidenceEmpty: 422,
  happensLater: 422,
  evidenceNotFound: 404,
  withdrawn: 409,
  accusedUnknown: 422,
  selfAccused: 422,
  accusedHandles: 422,
  nobodyLeft: 409,
  notAsked: 404,
  answered: 409,
})
