import { Button, InputNumber, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Role } from '#contracts/people'
import type { PlanPost } from '#contracts/playbook/emergency'
import { freshKey } from '../../../ui/fresh-key.ts'
import { PlusIcon } from '../../../ui/icons.tsx'
import { Section } from '../../../ui/Section.tsx'
import { without } from '../draft-editing.ts'
import fieldsStyles from '../fields.module.css'
import { ItemDrawer } from '../ItemDrawer.tsx'
import { TextField } from '../TextField.tsx'
import { EditButton } from './EditButton.tsx'
import styles from './emergencies.module.css'
import type { PartProps } from './part-props.ts'
import { isUsed } from './plan-editing.ts'
import { usePlanWords } from './use-plan-words.ts'

const MOST = 12

/** The crisis team: who does what, and who is called in which order. */
export function PostsPart(props: PartProps) {
  const { plan, put } = props
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(props.doc, plan)
  const [open, setOpen] = useState<number | null>(null)
  return (
    <Section
      title={t('part.posts')}
      hint={t('post.hint')}
      actions={
        put && plan.posts.length < MOST ? (
          <Button icon={<PlusIcon size={14} />} onClick={() => setOpen(-1)}>
            {t('post.new')}
          </Button>
        ) : null
      }
    >
      <ul className={styles.lines}>
        {plan.posts.map((post, i) => (
          <li key={post.key}>
            <div>
              <strong>{words.say(post.name)}</strong>
              {post.key === plan.leader ? <em>{t('post.leads')}</em> : null}
              {post.key === plan.spokesperson ? <em>{t('post.speaks')}</em> : null}
              <p>{words.say(post.duty)}</p>
              <small>
                {post.chain.map(words.role).join(' → ')}
                {post.people > 1 ? ` · ${t('post.people', { count: post.people })}` : ''}
              </small>
            </div>
            {put ? <EditButton name={words.say(post.name)} onClick={() => setOpen(i)} /> : null}
          </li>
        ))}
      </ul>
      {put && open !== null ? (
        <PostDrawer {...props} put={put} index={open} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  )
}

type DrawerProps = PartProps & { put: NonNullable<PartProps['put']>; index: number; onClose: () => void }

function PostDrawer({ doc, plan, put, index, onClose }: DrawerProps) {
  const { t } = useTranslation('playbook-emergency')
  const words = usePlanWords(doc, plan)
  const held = plan.posts[index]
  const [post, setPost] = useState<PlanPost>(() => held ?? blank(plan.posts))
  const set = (part: Partial<PlanPost>) => setPost({ ...post, ...part })
  const save = (posts: PlanPost[]) => {
    put({ ...plan, posts })
    onClose()
  }
  const mayGo = held && plan.posts.length > 2 && !isUsed(plan, held.key)
  return (
    <ItemDrawer
      open
      title={t(held ? 'post.edit' : 'post.new')}
      ready={
        words.say(post.name).trim() !== '' && words.say(post.duty).trim() !== '' && post.chain.length > 0
      }
      onClose={onClose}
      onDone={() =>
        save(held ? plan.posts.map((old, i) => (i === index ? post : old)) : [...plan.posts, post])
      }
      remove={mayGo ? { name: words.say(held.name), run: () => save(without(plan.posts, index)) } : undefined}
    >
      <TextField label={t('post.name')} value={post.name} onChange={(name) => set({ name: name ?? '' })} />
      <TextField
        multiline
        label={t('post.duty')}
        value={post.duty}
        onChange={(duty) => set({ duty: duty ?? '' })}
      />
      <Chain post={post} set={set} />
      {held && !mayGo ? <small>{t('post.used')}</small> : null}
    </ItemDrawer>
  )
}

function Chain({ post, set }: { post: PlanPost; set: (part: Partial<PlanPost>) => void }) {
  const { t } = useTranslation(['playbook-emergency', 'people'])
  const id = useId()
  return (
    <>
      <div className={fieldsStyles.field}>
        <label htmlFor={id}>{t('post.chain')}</label>
        <Select
          id={id}
          mode="multiple"
          maxCount={6}
          status={post.chain.length === 0 ? 'error' : undefined}
          showSearch={{ optionFilterProp: 'label' }}
          value={post.chain}
          options={Role.options.map((value) => ({ value, label: t(`people:role.${value}`) }))}
          onChange={(chain) => set({ chain })}
        />
        <small>{t('post.chainHint')}</small>
      </div>
      <div className={fieldsStyles.field}>
        <label htmlFor={`${id}-people`}>{t('post.peopleLabel')}</label>
        <InputNumber
          id={`${id}-people`}
          min={1}
          max={5}
          precision={0}
          value={post.people}
          onChange={(people) => people !== null && set({ people })}
        />
      </div>
    </>
  )
}

function blank(posts: readonly PlanPost[]): PlanPost {
  const key = freshKey(
    'post',
    posts.map((post) => post.key),
  )
  return { key, name: '', duty: '', chain: [], people: 1 }
}
