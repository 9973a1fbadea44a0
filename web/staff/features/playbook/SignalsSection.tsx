import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import type { Edit } from './draft-editing.ts'
import { ItemDrawer } from './ItemDrawer.tsx'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { MatchingPart } from './MatchingPart.tsx'
import { WordsField } from './WordsField.tsx'
import { WordTags } from './WordTags.tsx'

const SIGNALS = ['praise', 'suggestion', 'inquiry', 'complaint', 'worse', 'many', 'empty'] as const
type Signal = (typeof SIGNALS)[number]

/** Words that say what kind a message is, and how bad. */
export function SignalsSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const [open, setOpen] = useState<{ key: Signal; words: string[] } | null>(null)
  const done = () => {
    if (open) edit?.change(['signals', open.key], open.words)
    setOpen(null)
  }
  const name = open ? t(`signal.${open.key}`) : ''
  return (
    <>
      <ul className={layoutStyles.group}>
        {SIGNALS.map((key) => (
          <li key={key} className={listsStyles.child}>
            <span className={listsStyles.name}>
              <strong>{t(`signal.${key}`)}</strong>
              <small>{t('edit.wordsCount', { count: doc.signals[key].length })}</small>
            </span>
            <WordTags words={doc.signals[key]} />
            <span />
            {edit ? (
              <Button type="text" size="small" onClick={() => setOpen({ key, words: doc.signals[key] })}>
                {t('edit.change')}
              </Button>
            ) : null}
          </li>
        ))}
        {open ? (
          <ItemDrawer
            open
            ready
            title={t('signal.edit', { name })}
            onClose={() => setOpen(null)}
            onDone={done}
          >
            <WordsField label={name} value={open.words} onChange={(words) => setOpen({ ...open, words })} />
          </ItemDrawer>
        ) : null}
      </ul>
      <MatchingPart doc={doc} edit={edit} />
    </>
  )
}
