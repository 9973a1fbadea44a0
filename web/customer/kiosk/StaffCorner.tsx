import type { JSX } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { leaveFullScreen } from '../tablet/screen.ts'
import { useOnline } from '../ui/phone-state.ts'
import { fill } from '../words.ts'
import { useTold } from './kiosk-words.ts'

const HOLD_MS = 3000

type Props = { name: string; waiting: number; known: boolean; onSend: () => void }

/** The shop's name; held for three seconds it opens what a member of staff needs. Nothing in it tells of any visitor. */
export function StaffCorner({ name, waiting, known, onSend }: Props): JSX.Element {
  const [open, setOpen] = useState(false)
  const timer = useRef(0)
  const hold = (): void => {
    timer.current = window.setTimeout(() => setOpen(true), HOLD_MS)
  }
  const drop = (): void => clearTimeout(timer.current)
  return (
    <>
      <p
        class="shop kiosk-shop"
        onPointerDown={hold}
        onPointerUp={drop}
        onPointerLeave={drop}
        onPointerCancel={drop}
      >
        {name}
      </p>
      {open && <Panel waiting={waiting} known={known} onSend={onSend} onClose={() => setOpen(false)} />}
    </>
  )
}

type PanelProps = Omit<Props, 'name'> & { onClose: () => void }

function Panel({ waiting, known, onSend, onClose }: PanelProps): JSX.Element {
  const { k } = useTold()
  const online = useOnline()
  return (
    <div class="tablet-veil">
      <section class="tablet-sheet" role="dialog" aria-modal="true" aria-labelledby="kiosk-staff">
        <h2 id="kiosk-staff">{k.staff.title}</h2>
        <p>{online ? k.staff.online : k.staff.offline}</p>
        <p>{waiting > 0 ? fill(k.waiting, { n: waiting }) : k.staff.nothingWaits}</p>
        {!known && <p class="fault">{k.staff.oldLink}</p>}
        <button
          type="button"
          class="button button-main kiosk-big"
          onClick={() => {
            leaveFullScreen()
            onClose()
          }}
        >
          {k.staff.leave}
        </button>
        {waiting > 0 && (
          <button type="button" class="button" onClick={onSend}>
            {k.staff.send}
          </button>
        )}
        <button type="button" class="button" onClick={() => location.reload()}>
          {k.staff.reload}
        </button>
        <button type="button" class="link" onClick={onClose}>
          {k.staff.close}
        </button>
      </section>
    </div>
  )
}
