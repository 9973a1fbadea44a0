import { defineErrors } from '#platform/errors'

export const incidentErrors = defineErrors('incidents', {
  notFound: 404,
  /** May be read, but not this: as with any record out of reach of a deed. */
  notAllowed: 404,
  leaderOnly: 409,
  tapKey: 400,
  /** Nothing is changed in a closed room. */
  closed: 409,
  noPlan: 422,
  planUnknown: 422,
  planSame: 422,
  titleMissing: 422,
  ticketUnknown: 422,
  /** There is no such early warning, or it is of other shops too. */
  alarmUnknown: 422,
  ticketGone: 404,
  shopUnknown: 422,
  staffUnknown: 422,
  postUnknown: 422,
  gradeUnknown: 422,
  /** Nobody can have learned of it after the room was opened. */
  foundLater: 422,
  drillOnly: 409,
  notInDrill: 409,
  noCall: 409,
  alreadyMember: 409,
  stepUnknown: 404,
  stepClosed: 409,
  /** Of a plan that the room does not follow any more. */
  stepSetAside: 409,
  /** The tick is older than the reopening of its step. */
  stepReopened: 409,
  stepNotOptional: 422,
  reasonMissing: 422,
  wordsMissing: 422,
  fileMissing: 422,
  fileUnknown: 422,
  evidenceUnknown: 422,
  statementUnknown: 404,
  statementState: 409,
  /** Somebody has changed the words since they were read. */
  wordsChanged: 409,
  ownWords: 409,
  /** Something is still to be filled in: it does not leave the house. */
  gapsLeft: 422,
  /** Of words to the staff or an authority: approved only by whoever says to have seen the gaps, and why. */
  gapsUnseen: 422,
  notSpokesperson: 404,
  noSpokesperson: 404,
  fieldUnknown: 422,
  valueWrong: 422,
  measureUnknown: 404,
  measureDone: 409,
  dayPassed: 422,
  notReady: 409,
  notInPlan: 409,
  nothingSealed: 422,
  /** Each of these shops has been asked for it already. */
  alreadySealed: 409,
  periodWrong: 422,
  /** Orders of so many days can't be looked through at once. */
  periodTooLong: 422,
  sealUnknown: 404,
  sealLifted: 409,
  alreadyAnswered: 409,
  nothingToCorrect: 409,
  quantityMissing: 422,
  unitMissing: 422,
  photoMissing: 422,
  sampleMissing: 422,
  sampleTwice: 422,
  nothingLookedFor: 422,
  nothingProposed: 409,
  nobodyFound: 409,
  stillSending: 409,
  nothingToApprove: 409,
  customerUnknown: 404,
  notByHand: 409,
  asksForReview: 422,
  /** What is being written is longer than is kept of it. */
  draftTooLong: 413,
  /** It goes onto paper, but nobody has been given such a copy to read. */
  copyUnknown: 422,
  replyUnknown: 404,
  /** It could not be threaded this time either. */
  replyLost: 409,
})
