import { defineErrors } from '#platform/errors'

export const languageErrors = defineErrors('language', {
  noLayer: 404,
  layerOff: 409,
  addressPrivate: 422,
  keyMissing: 422,
  largeOff: 409,
  largeSilent: 503,
  draftAsksForReview: 422,
})
