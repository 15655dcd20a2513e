import { deliveryText } from '../delivery-text.ts';
import type { Place, RunPlan } from '../config/plan.ts';
import type { Logger } from '../log/logger.ts';
import { inputsOf } from './inputs.ts';

/** Says at start where everything is: the lake, the rejected records, the state, and what each pipeline reads. */
export function announce(plan: RunPlan, log: Logger): void {
  log.report('lake', {
    at: placeText(plan.lake),
    region: plan.region,
    dead_letters: placeText(plan.deadLetters),
    state: placeText(plan.state),
  });
  for (const { name, connector, stream, config, sources, spool } of plan.pipelines) {
    const inputs = inputsOf(config);
    log.report(`${connector.name}/${stream.name} to ${sources.map(({ source }) => source.name).join(', ')}`, {
      pipeline: name,
      ...(inputs.length === 0 ? {} : { reads: inputs }),
      delivery: deliveryText(stream.delivery, spool !== undefined),
      ...(spool === undefined ? {} : { spool: spool.folder }),
    });
  }
}

export function placeText(place: Place): string {
  return place.kind === 'folder' ? place.folder : `s3://${place.options.bucket}/${place.prefix}`;
}
