import { mountWithWords } from '../in-person/mount-with-words.tsx'
import { dress } from '../tablet/dress.ts'
import { stayAwake } from '../tablet/screen.ts'
import sheet from '../tablet/tablet.css?url'
import { SalonPage } from './SalonPage.tsx'

// Wanted after the first question at the earliest.
void dress(sheet)
mountWithWords(SalonPage)
stayAwake()
