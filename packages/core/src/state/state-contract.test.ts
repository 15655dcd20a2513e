import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { documentState } from './bucket-state.ts';
import { memoryDocuments } from './memory-documents.ts';
import { memoryState, openState } from './sqlite-state.ts';
import { stateContract } from './state-contract.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-state-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let states = 0;
stateContract('SQLite', () => openState(join(folder, String(states++))));
stateContract('memory', () => memoryState());
stateContract('a store of documents', () => documentState(memoryDocuments(), { leaseMs: 300 }));
