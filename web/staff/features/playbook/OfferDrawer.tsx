import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CompensationKind,
  type CompensationOffer,
  CustomerValue,
  Kind,
  type Playbook,
} from '#contracts/playbook'
import { freshKey } from '../../ui/fresh-key.ts'
import { type Edit, without } from './draft-editing.ts'
import fieldsStyles from './fields.module.css'
import { ItemDrawer } from './ItemDrawer.tsx'
import { TextField } from './TextField.tsx'
import { categoryOptions, usePlaybookWords } from './use-playbook-words.ts'

type Props = { doc: Playbook; edit: Edit; index: number; onClose: () => void }
type When = CompensationOffer['when']

/** One offer of the policy: for what, to whom, what and how much, and the reason that is shown. */
export function OfferDrawer({ doc, edit, index, onClose }: Props) {
  const { t } = useTranslation('playbook-admin')
  const { say } = usePlaybookWords(doc)
  const { offers } = doc.compensation
  const path = ['compensation', 'offers']
  const [offer, setOffer] = useState<CompensationOffer>(() => offers[index] ?? blank(doc))
  const isNew = index === -1
  const set = (part: Partial<CompensationOffer>) => setOffer({ ...offer, ...part })
  const done = () => {
    edit.change(path, isNew ? [...offers, offer] : offers.map((old, i) => (i === index ? offer : old)))
    onClose()
  }
  const remove = () => {
    edit.change(path, without(offers, index))
    onClose()
  }
  return (
    <ItemDrawer
      open
      title={t(isNew ? 'offer.new' : 'offer.edit')}
      ready={isWhole(offer, say)}
      onClose={onClose}
      onDone={done}
      remove={isNew ? undefined : { name: say(offer.name), run: remove }}
    >
      <TextField label={t('offer.name')} value={offer.name} onChange={(name) => set({ name: name ?? '' })} />
      <WhenFields doc={doc} when={offer.when} change={(when) => set({ when })} />
      <div className={fieldsStyles.field}>
        <span id="offer-kind">{t('offer.what')}</span>
        <Select
          aria-labelledby="offer-kind"
          value={offer.kind}
          options={CompensationKind.options.map((value) => ({ value, label: t(`offer.kind.${value}`) }))}
          onChange={(kind) => set(ofKind(kind))}
        />
      </div>
      {offer.kind === 'points' ? (
        <div className={fieldsStyles.field}>
          <label htmlFor="offer-points">{t('offer.pointsLabel')}</label>
          <InputNumber
            id="offer-points"
            min={1}
            max={100_000}
            precision={0}
            value={offer.points ?? 100}
            onChange={(points) => points && set({ points })}
          />
        </div>
      ) : (
        <div className={fieldsStyles.field}>
          <label htmlFor="offer-amount">{t('offer.amount')}</label>
          <InputNumber
            id="offer-amount"
            prefix="¥"
            min={0}
            max={100_000}
            precision={2}
            value={(offer.amountMinor ?? 0) / 100}
            onChange={(amount) => amount !== null && set({ amountMinor: Math.round(amount * 100) })}
          />
        </div>
      )}
      {offer.kind === 'replacement' || offer.kind === 'gift' ? (
        <TextField label={t('offer.item')} value={offer.item} onChange={(item) => set({ item })} />
      ) : null}
      <TextField
        multiline
        label={t('offer.reason')}
        value={offer.reason}
        onChange={(reason) => set({ reason: reason ?? '' })}
      />
    </ItemDrawer>
  )
}

function isWhole(offer: CompensationOffer, say: (text: CompensationOffer['name']) => string): boolean {
  const needsItem = offer.kind === 'replacement' || offer.kind === 'gift'
  return (
    say(offer.name).trim() !== '' &&
    say(offer.reason).trim() !== '' &&
    (!needsItem || (offer.item !== undefined && say(offer.item).trim() !== ''))
  )
}

function ofKind(kind: CompensationOffer['kind']): Partial<CompensationOffer> {
  const needsItem = kind === 'replacement' || kind === 'gift'
  return {
    kind,
    points: kind === 'points' ? 100 : undefined,
    amountMinor: kind === 'points' ? undefined : 10_00,
    item: needsItem ? '' : undefined,
  }
}

function blank(doc: Playbook): CompensationOffer {
  const key = freshKey(
    'offer',
    doc.compensation.offers.map((offer) => offer.key),
  )
  return { key, name: '', when: {}, kind: 'coupon', amountMinor: 10_00, reason: '' }
}

function WhenFields({ doc, when, change }: { doc: Playbook; when: When; change: (when: When) => void }) {
  const { t } = useTranslation('playbook-admin')
  const { say, severity } = usePlaybookWords(doc)
  const set = (key: keyof When, value: unknown) => {
    const { [key]: _old, ...rest } = when
    const empty = value === undefined || (Array.isArray(value) && value.length === 0)
    change(empty ? rest : { ...rest, [key]: value })
  }
  const lists = [
    {
      key: 'kinds',
      options: Kind.options.map((value) => ({ value, label: t(`kind.${value}`) })),
      word: 'rule.kinds',
    },
    { key: 'categories', options: categoryOptions(doc, say, true), word: 'rule.categories' },
    {
      key: 'customers',
      options: CustomerValue.options.map((value) => ({ value, label: t(`offer.customer.${value}`) })),
      word: 'offer.customers',
    },
  ] as const
  return (
    <>
      {lists.map(({ key, options, word }) => (
        <div key={key} className={fieldsStyles.field}>
          <span id={`offer-${key}`}>{t(word)}</span>
          <Select
            mode="multiple"
            aria-labelledby={`offer-${key}`}
            placeholder={t('rule.any')}
            showSearch={{ optionFilterProp: 'label' }}
            value={(when[key] ?? []) as never}
            options={options as never}
            onChange={(list: string[]) => set(key, list)}
          />
        </div>
      ))}
      <div className={fieldsStyles.field}>
        <span id="offer-severity">{t('offer.severityFrom')}</span>
        <Select
          allowClear
          aria-labelledby="offer-severity"
          placeholder={t('rule.any')}
          value={when.severityFrom}
          options={[1, 2, 3, 4].map((level) => ({ value: level, label: severity(level) }))}
          onChange={(level) => set('severityFrom', level)}
        />
      </div>
    </>
  )
}
