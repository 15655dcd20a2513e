export { type Bounds, duration, type Quantity, size } from './quantities.ts';
export { secret } from './secret.ts';
