import { defineErrors } from '#platform/errors'

export const orderErrors = defineErrors('orders', {
  notFound: 404,
  illegalMove: 409,
  shopUnknown: 422,
  shopClosed: 409,
  itemUnknown: 422,
  optionUnknown: 422,
  unavailable: 409,
  nameless: 422,
  incomplete: 409,
  tooLateToChange: 409,
  alreadyPaidBack: 409,
  promisePast: 422,
  skuTaken: 409,
  nothingStopped: 422,
})
