import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore, openLake, type LakeEvent, type ObjectStore } from '@sluice/core';

const march = (day: number, time = '12:00:00'): number =>
  Date.parse(`2026-03-${String(day).padStart(2, '0')}T${time}Z`);

/** Three days of a door and its alarms: two sources, one of them with a dash and capitals in its name. */
async function writeSmallLake(store: ObjectStore): Promise<void> {
  const lake = await openLake({
    store,
    region: 'eu-west-1',
    account: 'external_acme',
    product: { vendor_name: 'Example', name: 'Door' },
    sources: [
      { name: 'Door-Event', class: 'base_event', profiles: [], columns: [] },
      {
        name: 'logins',
        class: 'authentication',
        profiles: [],
        columns: ['user.name', 'service.name', 'src_endpoint.ip'],
      },
    ],
  });
  const events = [1, 2, 3].flatMap((day) => [opened(day), opened(day), failedLogin(day)]);
  const { rejected } = await lake.write(events);
  await lake.close();
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
}

export async function smallFolderLake(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-small-lake-'));
  await writeSmallLake(folderStore(folder));
  return folder;
}

function opened(day: number): LakeEvent {
  return {
    class_uid: 0,
    activity_id: 0,
    severity_id: 1,
    time: march(day),
    message: `opened, "wide"\non day ${day}`,
    unmapped: { door: 7 },
  };
}

function failedLogin(day: number): LakeEvent {
  return {
    class_uid: 3002,
    activity_id: 1,
    severity_id: 2,
    status_id: 2,
    time: march(day, '12:00:01'),
    user: { name: 'root' },
    service: { name: 'door' },
    src_endpoint: { ip: `192.0.2.${day}` },
    message: '\u001B[31mred',
  };
}
