import { AutoComplete } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '#contracts/tickets'
import { MOST_TAGS } from '#contracts/tickets/links'
import { CloseIcon, PlusIcon } from '../../../ui/icons.tsx'
import styles from './Links.module.css'
import { linkDeeds, useTags } from './link-queries.ts'
import { useRun } from './use-run.ts'

const LONGEST = 20

/** The tags of a ticket as chips, with one more at a keystroke. */
export function TicketTags({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('links')
  const [adding, setAdding] = useState(false)
  const run = useRun()
  const { tags } = ticket
  const may = ticket.can.includes('tag')
  if (!tags.length && !may) return null
  const save = (next: string[], did: string) => run(linkDeeds.tag(ticket.id, next), did)
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
          {may ? (
            <button
              type="button"
              aria-label={t('tag.remove', { tag })}
              onClick={() =>
                save(
                  tags.filter((other) => other !== tag),
                  t('tag.removed'),
                )
              }
            >
              <CloseIcon size={12} />
            </button>
          ) : null}
        </span>
      ))}
      {adding ? (
        <AddTag
          tags={tags}
          add={(tag) => {
            setAdding(false)
            save([...tags, tag], t('tag.added'))
          }}
          close={() => setAdding(false)}
        />
      ) : may && tags.length < MOST_TAGS ? (
        <button type="button" className={styles.add} onClick={() => setAdding(true)}>
          <PlusIcon size={12} />
          {t('tag.add')}
        </button>
      ) : null}
    </span>
  )
}

function AddTag({ tags, add, close }: { tags: string[]; add: (tag: string) => void; close: () => void }) {
  const { t } = useTranslation('links')
  const [words, setWords] = useState('')
  const used = useTags(words.trim(), true).data ?? []
  const options = used.filter(({ tag }) => !tags.includes(tag)).map(({ tag }) => ({ value: tag }))
  const finish = (word: string) => {
    const tag = word.trim().slice(0, LONGEST)
    if (tag && !tags.includes(tag)) add(tag)
    else close()
  }
  return (
    <AutoComplete
      autoFocus
      size="small"
      className={styles.field ?? ''}
      value={words}
      options={options}
      defaultActiveFirstOption={false}
      aria-label={t('tag.label')}
      placeholder={t('tag.label')}
      onChange={(next: string) => setWords(next.slice(0, LONGEST))}
      onSelect={finish}
      onBlur={() => finish(words)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) finish(words)
      }}
    />
  )
}
