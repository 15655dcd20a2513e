export {
  type Bounds,
  duration,
  durationExpected,
  parseDuration,
  parseSize,
  type Quantity,
  size,
  sizeExpected,
} from './quantities.ts';
export { secret } from './secret.ts';
