import { mountWithWords } from '../in-person/mount-with-words.tsx'
import { SalonPage } from './SalonPage.tsx'

mountWithWords(SalonPage)
