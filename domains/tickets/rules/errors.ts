import { defineErrors } from '#platform/errors'

export const ruleErrors = defineErrors('rules', {
  notFound: 404,
  tooMany: 409,
  staffUnknown: 422,
  templateUnknown: 422,
  afterMissing: 422,
  orderIncomplete: 409,
})
