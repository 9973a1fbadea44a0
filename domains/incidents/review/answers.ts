import type { Review, ReviewQuestion } from '#contracts/incidents'
import type { RoomParts } from '../reading/room-data.ts'

type Version = Review['versions'][ReviewQuestion]
export type ReviewAnswers = Record<ReviewQuestion, Version & { text: string }>

/** The four answers as they are stored, each with its version; 0 as long as nobody has written it. */
export function readAnswers(review: RoomParts['review']): ReviewAnswers {
  const versions = (review?.versions ?? {}) as Partial<Record<ReviewQuestion, Version>>
  const answer = (key: ReviewQuestion, text = '') => {
    const { version = 0, by = '', at } = versions[key] ?? {}
    return { text, version, by, at: at || null }
  }
  return {
    what: answer('what', review?.what),
    why: answer('why', review?.why),
    wentWell: answer('wentWell', review?.went_well),
    wentBadly: answer('wentBadly', review?.went_badly),
  }
}

/** Without the words. */
export function versionsOf({ what, why, wentWell, wentBadly }: ReviewAnswers): Review['versions'] {
  return {
    what: versionOf(what),
    why: versionOf(why),
    wentWell: versionOf(wentWell),
    wentBadly: versionOf(wentBadly),
  }
}

const versionOf = ({ version, by, at }: Version): Version => ({ version, by, at })
