import { Button, Checkbox, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { MoreIcon } from '../../ui/icons.tsx'
import { Section } from '../../ui/Section.tsx'
import { BoxLines } from './box/BoxLines.tsx'
import type { CodeView } from './channel-queries.ts'
import styles from './channels.module.css'
import { posterPath } from './poster-path.ts'
import { useTurnCode } from './TurnCode.tsx'

type Props = {
  name: string
  codes: CodeView[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
  mayChange: boolean
  onSetUp: (code: CodeView) => void
}

/** All codes of one shop; the box in the heading takes every one that is on. */
export function CodeGroup({ name, codes, chosen, onChoose, mayChange, onSetUp }: Props) {
  const { t } = useTranslation('channels')
  const boxed = codes.filter(isBox)
  const printed = codes.filter((code) => !isBox(code))
  const printable = printed.filter((code) => code.on).map((code) => code.id)
  const all = printable.length > 0 && printable.every((id) => chosen.has(id))
  const some = printable.some((id) => chosen.has(id))
  const toggle = (ids: string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    onChoose(next)
  }
  const scans = codes.reduce((sum, code) => sum + code.scans, 0)
  return (
    <Section
      title={name}
      hint={t('code.count', { count: codes.length, scans })}
      actions={
        <>
          <Checkbox
            checked={all}
            indeterminate={some && !all}
            disabled={printable.length === 0}
            onChange={(event) => toggle(printable, event.target.checked)}
          >
            {t('code.chooseShop', { name: '' })}
          </Checkbox>
          <Button href={posterPath(printable)} target="_blank" disabled={printable.length === 0}>
            {t('code.printAll')}
          </Button>
        </>
      }
    >
      <ul className={styles.codes}>
        {printed.map((code) => (
          <CodeLine
            key={code.id}
            code={code}
            chosen={chosen.has(code.id)}
            onChoose={(on) => toggle([code.id], on)}
            mayChange={mayChange}
          />
        ))}
      </ul>
      <BoxLines codes={boxed} mayChange={mayChange} onSetUp={onSetUp} />
    </Section>
  )
}

/** Printed by a till or shown on a tablet: not for our own printer. */
function isBox({ place }: CodeView): boolean {
  return place === 'slip' || place === 'kiosk'
}

type LineProps = { code: CodeView; chosen: boolean; onChoose: (on: boolean) => void; mayChange: boolean }

function CodeLine({ code, chosen, onChoose, mayChange }: LineProps) {
  const { t } = useTranslation('channels')
  const turn = useTurnCode(code)
  const { label, on } = code
  const items = [
    { key: 'open', label: t('code.open'), disabled: !on },
    ...(mayChange ? [{ key: 'turn', label: t(on ? 'code.stop' : 'code.resume') }] : []),
  ]
  return (
    <li className={styles.code} data-on={on}>
      <Checkbox
        checked={chosen}
        disabled={!on}
        aria-label={t('code.choose', { label })}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span>
        <strong>{label}</strong>
        <small>
          {t(`code.place.${code.place}`)} ·{' '}
          <span>{on ? t('code.scans', { count: code.scans }) : t('code.stopped')}</span>
        </small>
      </span>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            if (key === 'open') window.open(code.url, '_blank', 'noopener')
            else void turn.go()
          },
        }}
      >
        <Button type="text" loading={turn.pending} icon={<MoreIcon />} aria-label={label} />
      </Dropdown>
    </li>
  )
}
