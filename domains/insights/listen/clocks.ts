import { BusyTime, type OtherDay, type Season, type Seasons, within } from '../early/seasons.ts'
import { HOURS_OF, placeOf, type SeriesRef } from './series-of.ts'

/** The clocks by which series are measured: the brand's, each shop's, and each shop's shifts'. */
export class Clocks {
  private made = new Map<string, BusyTime>()
  private zone: string
  private seasons: ReadonlyMap<string, Seasons>
  private brand: Seasons
  private others: readonly OtherDay[]

  /** Shape: `seasons` by shop; a shop of which nothing is known goes by the brand's. `others`: public holidays and what is worked for them. */
  constructor(
    zone: string,
    brand: Seasons,
    seasons: ReadonlyMap<string, Seasons>,
    others: readonly OtherDay[] = [],
  ) {
    this.zone = zone
    this.others = others
    this.brand = brand
    this.seasons = seasons
  }

  whole(): BusyTime {
    return this.of('', () => this.brand.hours)
  }

  for(ref: SeriesRef): BusyTime {
    const { shopId, part } = placeOf(ref)
    const own = (shopId && this.seasons.get(shopId)) || this.brand
    return this.of(`${own === this.brand ? '' : shopId} ${part ?? ''}`, () =>
      part ? within(own.shifts, ...HOURS_OF[part]) : own.hours,
    )
  }

  private of(name: string, season: () => Season): BusyTime {
    const known = this.made.get(name) ?? new BusyTime(season(), this.zone, this.others)
    this.made.set(name, known)
    return known
  }
}
