import type { JSX } from 'preact'
import type { TrackedOrder } from '#contracts/orders/order-page'
import { useReader } from '../ui/reader.ts'
import { shortTime } from '../when.ts'
import { fill } from '../words.ts'
import { leftKm, spotsOf } from './ride-drawing.ts'
import { useOrderWords } from './words.ts'

type RideMapProps = { map: NonNullable<TrackedOrder['map']>; zone: string }

const SIGNS = {
  shop: 'M-7 -4h14l-1.5-4h-11zM-6 -4v10h12v-10M-2 6v-5h4v5',
  home: 'M-8 0l8-7 8 7M-5.5 -1.5v8h11v-8',
  rider: 'M-6.5 4.5a2.6 2.6 0 1 0 .1 0M6.5 4.5a2.6 2.6 0 1 0 .1 0M-6.5 6.5l4-8h5l4 8M2.5 -1.5l-1.5-4h-3',
}

/** Where the rider is between shop and door: our own drawing, asked of nobody outside. */
export function RideMap({ map, zone }: RideMapProps): JSX.Element | null {
  const w = useOrderWords()
  const { w: common, locale } = useReader()
  const spots = spotsOf(map)
  if (!spots.length) return null
  const of = (key: string) => spots.find((spot) => spot.key === key)
  const way = [of('shop'), of('rider'), of('home')].filter((spot) => spot !== undefined)
  const km = leftKm(map)
  const said = !map.rider
    ? w.map.noRider
    : km === null
      ? w.map.onTheWay
      : km < 0.1
        ? w.map.near
        : fill(w.map.left, { km: km.toFixed(1) })
  return (
    <figure class="card ride">
      <svg viewBox="0 0 320 180" role="img" aria-label={said}>
        <path class="ride-way" d={`M${way.map((spot) => `${spot.x} ${spot.y}`).join('L')}`} />
        {spots.map((spot) => (
          <g key={spot.key} class={`ride-${spot.key}`} transform={`translate(${spot.x} ${spot.y})`}>
            <circle r={spot.key === 'rider' ? 18 : 15} />
            <path d={SIGNS[spot.key]} />
          </g>
        ))}
      </svg>
      <figcaption>
        {said}
        {map.riderAt && (
          <small>
            {fill(w.map.seen, { time: shortTime(new Date(map.riderAt), new Date(), common, locale, zone) })}
          </small>
        )}
      </figcaption>
    </figure>
  )
}
