import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Progress } from '#contracts/tickets'
import type { KeptPhoto } from '../sending/photo-queue.ts'
import { apiPath } from '../start.ts'
import { useReader } from '../ui/reader.ts'
import { shortTime } from '../when.ts'
import { fill } from '../words.ts'
import { Composer } from './Composer.tsx'
import { openQuestion } from './say-progress.ts'
import type { Outbox } from './use-outbox.ts'

type Message = Progress['messages'][number]
type ConversationProps = { progress: Progress; outbox: Outbox }

/** What both sides wrote, what is still on its way, and a place to add a word. */
export function Conversation({ progress, outbox }: ConversationProps): JSX.Element {
  const { w } = useReader()
  const [open, setOpen] = useState(false)
  const outgoing = outbox.list
  const inThread = openQuestion(progress)?.id
  const messages = progress.messages.filter((message) => message.id !== inThread)
  // A question of ours is answered where it stands, in the thread.
  const canWrite = progress.can.indexOf('message') >= 0 && progress.state !== 'waiting_you'
  return (
    <section class="talk" aria-label={w.talk.title}>
      {messages.length + outgoing.length > 0 && (
        <>
          <h2>{w.talk.title}</h2>
          <ol class="messages" aria-live="polite">
            {messages.map((message) => (
              <MessageRow key={message.id} message={message} />
            ))}
            {outgoing.map((one, index) => (
              <OutgoingRow key={one.messageId} outbox={outbox} index={index} />
            ))}
          </ol>
        </>
      )}
      {canWrite &&
        (open ? (
          <Composer
            placeholder={w.talk.placeholder}
            focused
            onPost={(text, photos) => {
              outbox.post(text, photos)
              setOpen(false)
            }}
            onCancel={() => setOpen(false)}
          />
        ) : (
          <button type="button" class="button button-strong talk-add" onClick={() => setOpen(true)}>
            {w.talk.add}
          </button>
        ))}
    </section>
  )
}

function MessageRow({ message }: { message: Message }): JSX.Element {
  const { w, locale } = useReader()
  const mine = message.from === 'you'
  const pictures = message.photos.filter(isPicture)
  const files = message.photos.filter((file) => !isPicture(file))
  return (
    <li class={mine ? 'bubble bubble-you' : 'bubble'}>
      {message.text && <p class="words">{message.text}</p>}
      {pictures.length > 0 && (
        <ul class="pictures">
          {pictures.map((photo, index) => (
            <li key={photo.id}>
              <a href={photoUrl(photo.id)} target="_blank" rel="noopener noreferrer">
                <img
                  src={`${photoUrl(photo.id)}?size=thumb`}
                  alt={fill(w.talk.photo, { n: index + 1 })}
                  width={photo.width}
                  height={photo.height}
                  loading="lazy"
                  referrerpolicy="no-referrer"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
      {files.map((file) => (
        <p key={file.id} class="file">
          <a href={photoUrl(file.id)} download={file.name || true}>
            {fill(w.talk.file, { name: file.name || w.talk.fileName, size: sizeOf(file.bytes) })}
          </a>
        </p>
      ))}
      <small>
        {mine ? w.talk.you : message.role} · {shortTime(new Date(message.at), new Date(), w, locale)}
      </small>
    </li>
  )
}

/** Anything else is only offered to be saved. */
function isPicture(file: Message['photos'][number]): boolean {
  return file.mime === 'image/jpeg'
}

const MB = 1024 * 1024

function sizeOf(bytes: number): string {
  return bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MB).toFixed(1)} MB`
}

/** Photos of a ticket are served to whoever holds its private link. */
function photoUrl(id: string): string {
  return `${apiPath}/photos/${id}`
}

function OutgoingRow({ outbox, index }: { outbox: Outbox; index: number }): JSX.Element {
  const { w } = useReader()
  const { list, sending } = outbox
  const one = list[index]!
  const refused = index === 0 && sending.state === 'refused'
  const offline = sending.state === 'waiting' && sending.why === 'offline'
  return (
    <li class="bubble bubble-you bubble-outgoing">
      {one.text && <p class="words">{one.text}</p>}
      {one.photos.length > 0 && <Thumbs photos={one.photos} />}
      {refused ? (
        <>
          <p class="fault" role="alert">
            {(sending.state === 'refused' && sending.problem?.detail) || w.talk.failed}
          </p>
          <button type="button" class="link" onClick={outbox.retry}>
            {w.common.tryAgain}
          </button>
          <button type="button" class="link" onClick={() => outbox.discard(one.messageId)}>
            {w.common.cancel}
          </button>
        </>
      ) : (
        <small>{offline ? w.talk.waitingNetwork : w.talk.outgoing}</small>
      )}
    </li>
  )
}

function Thumbs({ photos }: { photos: KeptPhoto[] }): JSX.Element {
  return (
    <ul class="pictures">
      {photos.map((photo) => (
        <li key={photo.id}>{photo.thumb && <img src={photo.thumb} alt="" />}</li>
      ))}
    </ul>
  )
}
