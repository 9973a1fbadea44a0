import { defineErrors } from '#platform/errors'

export const channelErrors = defineErrors('channels', {
  notFound: 404,
  codeUnknown: 404,
  codeOff: 410,
  formUnknown: 409,
  labelTaken: 409,
  unknownShop: 422,
  photoUnknown: 422,
  ownerUnknown: 422,
  tooMany: 422,
  settingWrong: 422,
  siteWrong: 422,
  demo: 409,
  forged: 403,
  hookRefused: 400,
  fileUnwanted: 415,
  fileTooLarge: 413,
  letterUnknown: 404,
  serviceRefused: 422,
})
