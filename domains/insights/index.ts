export { type AlarmFacts, alarmFacts, alarmSentence } from './alarms/alarm-facts.ts'
export { dismissAlarm } from './alarms/judge-alarm.ts'
export { readAlarms } from './alarms/read-alarms.ts'
export { listen } from './listen/listen.ts'
