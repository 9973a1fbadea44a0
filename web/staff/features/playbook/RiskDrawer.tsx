import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Role } from '#contracts/people'
import type { Playbook } from '#contracts/playbook'
import { freshKey } from '../../ui/fresh-key.ts'
import { type Edit, without } from './draft-editing.ts'
import styles from './fields.module.css'
import { ItemDrawer } from './ItemDrawer.tsx'
import { LevelField } from './LevelField.tsx'
import { TextField } from './TextField.tsx'
import { categoryOptions, usePlaybookWords } from './use-playbook-words.ts'
import { WordsField } from './WordsField.tsx'

type Risk = Playbook['risks'][number]
/** `index` -1: a new group. */
type Props = { doc: Playbook; edit: Edit; index: number; onClose: () => void }

export function RiskDrawer({ doc, edit, index, onClose }: Props) {
  const { t } = useTranslation(['playbook-admin', 'people'])
  const { say } = usePlaybookWords(doc)
  const [risk, setRisk] = useState<Risk>(() => doc.risks[index] ?? blank(doc))
  const set = (part: Partial<Risk>) => setRisk({ ...risk, ...part })
  const done = () => {
    edit.change(
      ['risks'],
      index === -1 ? [...doc.risks, risk] : doc.risks.map((old, i) => (i === index ? risk : old)),
    )
    onClose()
  }
  const remove = () => {
    edit.change(['risks'], without(doc.risks, index))
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(index === -1 ? 'risk.new' : 'risk.edit')}
      ready={say(risk.name).trim() !== '' && risk.words.length > 0}
      onClose={onClose}
      onDone={done}
      remove={index === -1 || doc.risks.length === 1 ? undefined : { name: say(risk.name), run: remove }}
    >
      <TextField label={t('risk.name')} value={risk.name} onChange={(name) => set({ name: name ?? '' })} />
      <WordsField label={t('risk.words')} value={risk.words} onChange={(words) => set({ words })} />
      <WordsField label={t('risk.unless')} value={risk.unless} onChange={(unless) => set({ unless })} />
      <div className={styles.field}>
        <span id="risk-category">{t('risk.category')}</span>
        <Select
          aria-labelledby="risk-category"
          showSearch={{ optionFilterProp: 'label' }}
          value={risk.category}
          options={categoryOptions(doc, say, false)}
          onChange={(category) => set({ category })}
        />
      </div>
      <LevelField
        label={t('category.severity')}
        scale={doc.severity}
        say={say}
        value={risk.severity}
        onChange={(severity) => set({ severity })}
      />
      <LevelField
        label={t('category.impact')}
        scale={doc.impact}
        say={say}
        value={risk.impact}
        onChange={(impact) => set({ impact })}
      />
      <div className={styles.field}>
        <span id="risk-notify">{t('risk.notify')}</span>
        <Select
          aria-labelledby="risk-notify"
          mode="multiple"
          maxCount={6}
          placeholder={t('risk.notifyNone')}
          value={risk.notify}
          options={Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))}
          onChange={(notify) => set({ notify })}
        />
      </div>
    </ItemDrawer>
  )
}

function blank(doc: Playbook): Risk {
  const key = freshKey(
    'risk',
    doc.risks.map((risk) => risk.key),
  )
  return {
    key,
    name: '',
    words: [],
    unless: [],
    category: doc.fallbackCategory,
    severity: 4,
    impact: 2,
    notify: ['shop_manager'],
  }
}
