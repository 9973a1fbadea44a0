import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale, Text } from '#contracts/kit'
import type { Category } from '#contracts/playbook'
import { textIn } from '../../ui/text-in.ts'
import styles from './counter.module.css'

/** Chips shown before 更多; two rows and a bit on a phone. */
const FIRST = 9

type Props = { categories: Category[]; value: string | null; onChange: (key: string | null) => void }

/** The playbook's own short words for what it is about; the rest of the categories stand behind one more tap. */
export function CategoryChips({ categories, value, onChange }: Props) {
  const { t, i18n } = useTranslation('channels')
  const [open, setOpen] = useState(false)
  const say = (text: Text) => textIn(text, i18n.language as Locale)
  const all = categories.flatMap((parent) =>
    parent.children.map((child) => ({
      key: `${parent.key}.${child.key}`,
      label: say(child.chip ?? child.name),
      chip: child.chip !== undefined,
    })),
  )
  const short = all.filter((choice) => choice.chip).slice(0, FIRST)
  const chosen = all.find((choice) => choice.key === value)
  const shown = open ? all : chosen && !short.includes(chosen) ? [...short, chosen] : short
  return (
    <fieldset className={styles.chips}>
      <legend className="sr-only">{t('counter.category')}</legend>
      {shown.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          aria-pressed={value === key}
          onClick={() => onChange(value === key ? null : key)}
        >
          {label}
        </button>
      ))}
      {all.length > short.length ? (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'counter.less' : 'counter.more')}
        </button>
      ) : null}
    </fieldset>
  )
}
