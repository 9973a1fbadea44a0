import { defineErrors } from '#platform/errors'

export const composerErrors = defineErrors('composer', {
  someoneReplied: 409,
  gapsLeft: 422,
  mentionUnknown: 422,
  heldNotFound: 404,
  alreadySent: 409,
  senderGone: 403,
})
