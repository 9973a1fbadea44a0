import { defineErrors } from '#platform/errors'

export const playbookErrors = defineErrors('playbook', {
  notPublished: 404,
  versionNotFound: 404,
  noDraft: 404,
  draftHasIssues: 422,
  nothingChanged: 422,
  yearMismatch: 422,
  dayOutsideYear: 422,
  dayTwice: 422,
  csvLine: 422,
  packMissing: 422,
})
