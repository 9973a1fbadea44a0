import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewRow } from '#contracts/orders/reviews'
import { TimeText } from '../../app/TimeText.tsx'
import { useDone, useProblem } from '../../ui/use-problem.ts'
import { useAnswerReview } from './review-queries.ts'
import styles from './reviews.module.css'

/** One review with what it is about, the way to its order and ticket, and the answer. */
export function ReviewItem({ review }: { review: ReviewRow }) {
  const { t } = useTranslation('orders-tracking')
  const words = review.words.map((word) => t(`reviews.word.${word}`))
  return (
    <li className={styles.item} data-mark={review.mark}>
      <p className={styles.head}>
        <strong>{t(`reviews.mark.${review.mark}`)}</strong>
        {words.map((word) => (
          <span key={word} className={styles.word}>
            {word}
          </span>
        ))}
      </p>
      {review.text ? <p className={styles.text}>{review.text}</p> : null}
      {review.photos.length ? <Photos review={review} /> : null}
      <p className={styles.about}>
        <Link to="/orders/$id" params={{ id: review.orderId }}>
          {review.number}
        </Link>
        <span>{review.summary}</span>
        <span>{review.shopName}</span>
        <span>{review.customer || t('reviews.nameless')}</span>
        <TimeText at={review.at} />
        {review.ticketId ? (
          <Link to="/tickets/$id" params={{ id: review.ticketId }}>
            {t('reviews.ticket')}
          </Link>
        ) : null}
      </p>
      <Answer review={review} />
    </li>
  )
}

function Photos({ review }: { review: ReviewRow }) {
  const { t } = useTranslation('orders-tracking')
  const url = (id: string) => `/api/orders/${review.orderId}/review-photos/${id}`
  return (
    <ul className={styles.photos}>
      {review.photos.map((id, n) => (
        <li key={id}>
          <a href={url(id)} target="_blank" rel="noopener noreferrer">
            <img src={`${url(id)}?size=thumb`} alt={t('reviews.photo', { n: n + 1 })} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Answer({ review }: { review: ReviewRow }) {
  const { t } = useTranslation('orders-tracking')
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const answer = useAnswerReview()
  const problem = useProblem()
  const done = useDone()
  if (review.answer)
    return (
      <blockquote className={styles.answer}>
        {review.answer}
        <small>
          {review.answeredBy} {review.answeredAt ? <TimeText at={review.answeredAt} /> : null}
        </small>
      </blockquote>
    )
  if (!review.can.includes('answer')) return null
  if (!open) return <Button onClick={() => setOpen(true)}>{t('reviews.answer')}</Button>
  const send = () =>
    answer.mutate(
      { orderId: review.orderId, text: text.trim() },
      { onError: problem, onSuccess: () => done(t('reviews.answered')) },
    )
  return (
    <div className={styles.form}>
      <Input.TextArea
        aria-label={t('reviews.answer')}
        placeholder={t('reviews.placeholder')}
        autoSize={{ minRows: 2 }}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button onClick={() => setOpen(false)}>{t('reviews.cancel')}</Button>
      <Button type="primary" disabled={!text.trim()} loading={answer.isPending} onClick={send}>
        {t('reviews.send')}
      </Button>
    </div>
  )
}
