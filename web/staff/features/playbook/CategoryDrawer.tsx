import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Playbook } from '#contracts/playbook'
import { freshKey } from '../../ui/fresh-key.ts'
import { type Edit, without } from './draft-editing.ts'
import { ItemDrawer } from './ItemDrawer.tsx'
import { LevelField } from './LevelField.tsx'
import { TextField } from './TextField.tsx'
import { usePlaybookWords } from './use-playbook-words.ts'
import { WordsField } from './WordsField.tsx'

/** `child` -1: a new one in that group. */
export type CategoryPlace = { parent: number; child: number }
type Child = Playbook['categories'][number]['children'][number]
type Props = { doc: Playbook; edit: Edit; place: CategoryPlace; onClose: () => void }

/** One category: name, chip, words, and how bad it is when nothing says otherwise. */
export function CategoryDrawer({ doc, edit, place, onClose }: Props) {
  const { t } = useTranslation('playbook-admin')
  const words = usePlaybookWords(doc)
  const children = doc.categories[place.parent]!.children
  const [child, setChild] = useState<Child>(() => children[place.child] ?? blank(children))
  const path = ['categories', place.parent, 'children']
  const isNew = place.child === -1
  const set = (part: Partial<Child>) => setChild({ ...child, ...part })
  const done = () => {
    edit.change(
      path,
      isNew ? [...children, child] : children.map((old, i) => (i === place.child ? child : old)),
    )
    onClose()
  }
  const remove = () => {
    edit.change(path, without(children, place.child))
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(isNew ? 'category.newChild' : 'category.editChild')}
      ready={words.say(child.name).trim() !== ''}
      onClose={onClose}
      onDone={done}
      remove={isNew || children.length === 1 ? undefined : { name: words.say(child.name), run: remove }}
    >
      <TextField
        label={t('category.name')}
        value={child.name}
        onChange={(name) => set({ name: name ?? '' })}
      />
      <TextField
        optional
        label={t('category.chip')}
        hint={t('category.chipHint')}
        value={child.chip}
        onChange={(chip) => set({ chip })}
      />
      <WordsField label={t('category.words')} value={child.words} onChange={(list) => set({ words: list })} />
      <LevelField
        label={t('category.severity')}
        scale={doc.severity}
        say={words.say}
        value={child.severity}
        onChange={(severity) => set({ severity })}
      />
      <LevelField
        label={t('category.impact')}
        scale={doc.impact}
        say={words.say}
        value={child.impact}
        onChange={(impact) => set({ impact })}
      />
    </ItemDrawer>
  )
}

function blank(children: Child[]): Child {
  const key = freshKey(
    'item',
    children.map((child) => child.key),
  )
  return { key, name: '', words: [], severity: 2, impact: 1 }
}
