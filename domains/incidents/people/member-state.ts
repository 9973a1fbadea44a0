import type { MemberRow } from '../desk/desk-data.ts'

/** Has answered, or has come. */
export const isThere = ({ state }: Pick<MemberRow, 'state'>): boolean =>
  state === 'acknowledged' || state === 'joined'

/** Not whoever can't come, nor whoever was called for a post that another has taken. */
export const isOfTeam = ({ state }: Pick<MemberRow, 'state'>): boolean =>
  state !== 'declined' && state !== 'relieved'
