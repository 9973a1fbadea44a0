/** What became of one row. `code` and `field` say why it was refused; `ticket` is HY-…, also of the ticket that was there before. */
export type Outcome = {
  n: number
  state: 'good' | 'doubled' | 'refused'
  code?: string
  field?: string
  ticket?: string
  ticketId?: string
  fate?: 'live' | 'history'
  emergency?: true
}

export function countOutcomes(outcomes: readonly Outcome[]) {
  const count = (fits: (one: Outcome) => boolean) => outcomes.filter(fits).length
  return {
    seen: outcomes.length,
    good: count((one) => one.state === 'good'),
    doubled: count((one) => one.state === 'doubled'),
    refused: count((one) => one.state === 'refused'),
    live: count((one) => one.fate === 'live'),
    history: count((one) => one.fate === 'history'),
    emergencies: count((one) => one.emergency === true),
  }
}
