import type { Batch, ReadContext } from '@sluice/connector';
import { readQueue, type ObjectRef, type ObjectSteps } from '@sluice/queue';
import type { FdrConfig } from './config.ts';
import { loadHosts, saveHosts } from './hosts/cache.ts';
import { HostInventory } from './hosts/inventory.ts';
import { joinHosts, learnHosts } from './hosts/join.ts';

/** Yields the records of the files that the replicator announces; the host inventory is joined on the way. */
export async function* readFdr(context: ReadContext<FdrConfig>): AsyncGenerator<Batch, void, undefined> {
  const { config } = context;
  if (!config.host_inventory) {
    yield* readQueue(context, { content: 'objects' });
    return;
  }
  const inventory = new HostInventory(config.max_hosts);
  if (config.host_cache !== undefined) await loadHosts(inventory, config.host_cache);
  yield* readQueue(context, { content: 'objects', stepsFor: stepsWith(inventory, context) });
}

function stepsWith(inventory: HostInventory, { config, log }: ReadContext<FdrConfig>): (ref: ObjectRef) => ObjectSteps {
  const join: ObjectSteps = { record: joinHosts(inventory) };
  const save = async (): Promise<void> => {
    log.info('read the host inventory', { hosts: inventory.size });
    if (config.host_cache !== undefined) await saveHosts(inventory, config.host_cache);
  };
  const learn: ObjectSteps = { record: learnHosts(inventory), end: save };
  return ({ key }) => (isHostInventory(key) ? learn : join);
}

/** Whether a file is of the table of hosts: `fdrv2/aidmaster/…`. */
function isHostInventory(key: string): boolean {
  return /(?:^|\/)aid_?master/.test(key);
}
