import { useTranslation } from 'react-i18next'
import { CheckIcon } from '../../../ui/icons.tsx'
import styles from './PickBox.module.css'

type Props = { checked: boolean | 'some'; label: string; toggle: (range: boolean) => void }

/** Chooses a row; with Shift everything since the last. A button, so that the list's keys go on working after a click. */
export function PickBox({ checked, label, toggle }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input would swallow the keys of the list
    <button
      type="button"
      role="checkbox"
      aria-checked={checked === 'some' ? 'mixed' : checked}
      aria-label={label}
      className={styles.box}
      onClick={(event) => {
        event.stopPropagation()
        toggle(event.shiftKey)
      }}
    >
      <span>{checked === true ? <CheckIcon size={12} /> : checked === 'some' ? '–' : null}</span>
    </button>
  )
}

export function RowPick({
  number,
  checked,
  toggle,
}: {
  number: string
  checked: boolean
  toggle: (range: boolean) => void
}) {
  const { t } = useTranslation('inbox')
  return <PickBox checked={checked} label={t('select.row', { number })} toggle={toggle} />
}
