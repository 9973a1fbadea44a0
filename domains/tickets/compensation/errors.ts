import { defineErrors } from '#platform/errors'

export const compensationErrors = defineErrors('compensation', {
  notFound: 404,
  idTaken: 409,
  maybeDouble: 409,
  amountMissing: 422,
  itemMissing: 422,
  reasonMissing: 422,
  customerUnknown: 422,
  nobodyApproves: 422,
  notOpen: 409,
  notWaiting: 409,
  notYours: 409,
  alreadyDecided: 409,
  ownProposal: 409,
  noteMissing: 422,
  onlyRefunds: 409,
  alreadySettled: 409,
  beyondOrder: 409,
})
