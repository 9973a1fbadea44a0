import { type Known, ownWeights, type Reading, readText } from './read-text.ts'

export type Reader = (text: string, known: Known) => Reading
let found: Reader | null | undefined

/**
 * What reads texts in this process: the weights are loaded on the first call and kept.
 * Shape: null when there are no weights beside the program; that is logged once, and whoever asks goes by the playbook's words alone.
 */
export function textReader(log: { warn: (about: object, message: string) => void }): Reader | null {
  if (found === undefined) found = loadReader(log)
  return found
}

export function loadReader(
  log: { warn: (about: object, message: string) => void },
  load: () => unknown = ownWeights,
): Reader | null {
  try {
    load()
    return readText
  } catch (error) {
    log.warn({ err: error }, "no weights of the triage model: triage goes by the playbook's words alone")
    return null
  }
}
