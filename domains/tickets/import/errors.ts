import { defineErrors } from '#platform/errors'

export const importErrors = defineErrors('import', {
  notFound: 404,
  tooLarge: 413,
  nothingInIt: 422,
  noFile: 415,
  tooManyRunning: 409,
  notReady: 409,
  notMovable: 409,
  fieldMissing: 422,
  sheetUnknown: 422,
  columnUnknown: 422,
  shopUnknown: 422,
  fileGone: 410,
})

/**
 * Why a file cannot be read. Not an answer to a request but something its page tells later; `code` stands in locales/import.json → problem.
 */
export class ImportProblem extends Error {
  readonly code: string
  readonly data: Record<string, unknown>

  constructor(code: string, data: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.data = data
  }
}
