import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category, Playbook } from '#contracts/playbook'
import { PlusIcon, SearchIcon } from '../../ui/icons.tsx'
import { Empty } from '../../ui/states.tsx'
import { CategoryDrawer, type CategoryPlace } from './CategoryDrawer.tsx'
import type { Edit } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import layoutStyles from './layout.module.css'
import listsStyles from './lists.module.css'
import { ParentDrawer } from './ParentDrawer.tsx'
import { PriorityMark } from './PriorityMark.tsx'
import { categoryOptions, usePlaybookWords } from './use-playbook-words.ts'
import { WordTags } from './WordTags.tsx'

/** The two-level tree with its words; a search finds the category a customer's word leads to. */
export function CategoriesSection({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const words = usePlaybookWords(doc)
  const [wanted, setWanted] = useState('')
  const [place, setPlace] = useState<CategoryPlace | null>(null)
  const [parent, setParent] = useState<number | null>(null)
  const children = doc.categories.flatMap((category) => category.children)
  const shown = doc.categories
    .map((category, index) => ({ category, index, hits: hitsOf(category, wanted.trim(), words.say) }))
    .filter(({ hits }) => hits.length > 0)
  return (
    <>
      <div className={layoutStyles.tools}>
        <Input
          allowClear
          prefix={<SearchIcon size={16} />}
          aria-label={t('category.find')}
          placeholder={t('category.find')}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <span>
          {t('category.count', {
            parents: doc.categories.length,
            children: children.length,
            words: children.reduce((sum, child) => sum + child.words.length, 0),
          })}
        </span>
        {edit ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setParent(-1)}>
            {t('category.addParent')}
          </Button>
        ) : null}
      </div>
      {shown.length === 0 ? <Empty title={t('category.noMatch')} /> : null}
      {shown.map(({ category, index, hits }) => (
        <section key={category.key} className={layoutStyles.group}>
          <header>
            <h3>{words.say(category.name)}</h3>
            {edit ? (
              <>
                <Button type="text" size="small" onClick={() => setParent(index)}>
                  {t('edit.change')}
                </Button>
                <Button
                  type="text"
                  size="small"
                  icon={<PlusIcon size={14} />}
                  onClick={() => setPlace({ parent: index, child: -1 })}
                >
                  {t('category.addChild')}
                </Button>
              </>
            ) : null}
          </header>
          <ul>
            {hits.map((i) => (
              <ChildLine
                key={category.children[i]!.key}
                doc={doc}
                category={category}
                index={i}
                wanted={wanted.trim()}
                onEdit={edit ? () => setPlace({ parent: index, child: i }) : null}
              />
            ))}
          </ul>
        </section>
      ))}
      <FallbackLine doc={doc} edit={edit} />
      {edit && place !== null ? (
        <CategoryDrawer doc={doc} edit={edit} place={place} onClose={() => setPlace(null)} />
      ) : null}
      {edit && parent !== null ? (
        <ParentDrawer doc={doc} edit={edit} index={parent} onClose={() => setParent(null)} />
      ) : null}
    </>
  )
}

function hitsOf(category: Category, wanted: string, say: (text: Category['name']) => string): number[] {
  const all = category.children.map((_, i) => i)
  if (!wanted || say(category.name).includes(wanted)) return all
  return all.filter((i) => {
    const child = category.children[i]!
    return say(child.name).includes(wanted) || child.words.some((word) => word.includes(wanted))
  })
}

type LineProps = {
  doc: Playbook
  category: Category
  index: number
  wanted: string
  onEdit: (() => void) | null
}

function ChildLine({ doc, category, index, wanted, onEdit }: LineProps) {
  const { t } = useTranslation('playbook-admin')
  const { say, severity, impact, priority } = usePlaybookWords(doc)
  const child = category.children[index]!
  return (
    <li className={listsStyles.child}>
      <span className={listsStyles.name}>
        <strong>{say(child.name)}</strong>
        <small>{child.chip ? say(child.chip) : t('category.chipNone')}</small>
      </span>
      <WordTags words={child.words} wanted={wanted} />
      <span className={listsStyles.level}>
        <PriorityMark priority={priority(child.severity, child.impact)} />
        <small>
          {t('category.level', { severity: severity(child.severity), impact: impact(child.impact) })}
        </small>
      </span>
      {onEdit ? (
        <Button
          type="text"
          size="small"
          onClick={onEdit}
          aria-label={`${t('edit.change')} ${say(child.name)}`}
        >
          {t('edit.change')}
        </Button>
      ) : null}
    </li>
  )
}

/** Where a ticket goes when no word says anything. */
function FallbackLine({ doc, edit }: { doc: Playbook; edit: Edit | null }) {
  const { t } = useTranslation('playbook-admin')
  const words = usePlaybookWords(doc)
  if (!edit) {
    return (
      <p className={layoutStyles.note}>
        {t('category.fallback')} {words.category(doc.fallbackCategory)}
      </p>
    )
  }
  return (
    <div className={fieldsStyles.field} style={{ maxWidth: 320 }}>
      <span id="fallback-category">{t('category.fallback')}</span>
      <Select
        aria-labelledby="fallback-category"
        showSearch={{ optionFilterProp: 'label' }}
        value={doc.fallbackCategory}
        options={categoryOptions(doc, words.say, false)}
        onChange={(category) => edit.change(['fallbackCategory'], category)}
      />
    </div>
  )
}
