import { defineErrors } from '#platform/errors'

export const inboxErrors = defineErrors('inbox', {
  viewNotFound: 404,
  mayNotShare: 403,
  tooManyViews: 422,
  nothingChosen: 422,
  tooMany: 422,
  tooWide: 422,
  deedNotAllowed: 403,
  bulkNotFound: 404,
  undoTooLate: 409,
  changedSince: 409,
  makerGone: 409,
  stopped: 409,
  tooManyTags: 422,
  exportNotFound: 404,
  exportRunning: 409,
  exportNotReady: 409,
})
