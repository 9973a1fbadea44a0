import { mountWithWords } from '../in-person/mount-with-words.tsx'
import { EventPage } from './EventPage.tsx'

mountWithWords(EventPage)
