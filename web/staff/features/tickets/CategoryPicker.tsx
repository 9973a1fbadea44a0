import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { textIn } from '../../ui/text-in.ts'
import dialogs from './Dialogs.module.css'
import styles from './TriageDialog.module.css'

const MOST = 5

type Props = { playbook: Playbook; chosen: string[]; change: (chosen: string[]) => void }

/** Two levels at once: parents as headings, children as chips; up to five. The first chosen leads. */
export function CategoryPicker({ playbook, chosen, change }: Props) {
  const { t, i18n } = useTranslation('tickets')
  const [words, setWords] = useState('')
  const toggle = (key: string) =>
    change(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key].slice(0, MOST))
  const groups = playbook.categories
    .map((parent) => ({
      name: textIn(parent.name, i18n.language),
      children: parent.children
        .map((child) => ({ key: `${parent.key}.${child.key}`, name: textIn(child.name, i18n.language) }))
        .filter(
          (child) =>
            child.name.includes(words.trim()) || textIn(parent.name, i18n.language).includes(words.trim()),
        ),
    }))
    .filter((group) => group.children.length > 0)
  return (
    <fieldset>
      <legend>{t('judge.category')}</legend>
      <Input
        value={words}
        allowClear
        aria-label={t('triage.searchCategory')}
        placeholder={t('triage.searchCategory')}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={styles.groups}>
        {groups.map((group) => (
          <div key={group.name}>
            <p>{group.name}</p>
            <div className={dialogs.choices}>
              {group.children.map((child) => (
                <label key={child.key}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(child.key)}
                    onChange={() => toggle(child.key)}
                  />
                  {child.name}
                </label>
              ))}
            </div>
          </div>
        ))}
        {groups.length === 0 ? <p>{t('triage.noCategory')}</p> : null}
      </div>
    </fieldset>
  )
}
