import { defineErrors } from '#platform/errors'

export const notifyErrors = defineErrors('notify', {
  notFound: 404,
  robotAddress: 422,
  unknownPlace: 422,
  secretMissing: 422,
  secretAgain: 422,
  addressRefused: 422,
  tooMany: 422,
  endpointPrivate: 422,
  spanWrong: 422,
})
