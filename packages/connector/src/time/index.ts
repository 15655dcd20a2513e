export { minutesOfZone } from './zone-names.ts';
