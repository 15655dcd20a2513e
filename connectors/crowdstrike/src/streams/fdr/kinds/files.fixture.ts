import type { Kind } from './kind.fixture.ts';

export const files: readonly Kind[] = [
  {
    says: 'a file was created or written anew',
    is: 'File System Activity: Create',
    with: { file: { type: 'Regular File' } },
    names: [
      'NewExecutableWritten',
      'NewScriptWritten',
      'PackedExecutableWritten',
      'FileCreateInfo',
      'FsPostCreate',
      'RansomwareCreateFile',
      'BITSJobCreated',
    ],
  },
  {
    says: 'a process creates a folder',
    is: 'File System Activity: Create',
    with: { file: { type: 'Folder' } },
    names: ['DirectoryCreate'],
  },
  {
    says: 'a rule of FileVantage watches for what was done, here the writing of a file',
    is: 'File System Activity: Update',
    with: { file: { type: 'Regular File' }, severity: 'High' },
    names: ['FileIntegrityMonitorRuleMatched'],
  },
  {
    says: 'a file was renamed',
    is: 'File System Activity: Rename',
    names: ['NewExecutableRenamed', 'FileRenameInfo', 'RansomwareRenameFile'],
  },
  {
    says: 'a file was deleted',
    is: 'File System Activity: Delete',
    names: ['ExecutableDeleted', 'FileDeleted', 'FileDeleteInfo'],
  },
  {
    says: 'a file was opened or accessed',
    is: 'File System Activity: Open',
    names: [
      'FileOpenInfo',
      'FsPostOpen',
      'FsPostOpenUpImpersonating',
      'FsPostOpenSnapshotFile',
      'RansomwareOpenFile',
      'CriticalFileAccessed',
    ],
  },
  { says: 'a file was read past the file system', is: 'File System Activity: Read', names: ['SuspiciousRawDiskRead'] },
  {
    says: 'a file was modified',
    is: 'File System Activity: Update',
    names: ['CriticalFileModified', 'FileContentsChanged', 'AsepFileChange', 'AsepFileChangeScanInfo'],
  },
  {
    says: 'the timestamps of a file changed',
    is: 'File System Activity: Set Attributes',
    names: ['FileTimestampsModified'],
  },
  { says: 'the permissions of a file changed', is: 'File System Activity: Set Security', names: ['FileSetMode'] },
  {
    says: 'a volume was mounted',
    is: 'File System Activity: Mount',
    names: ['FsVolumeMounted', 'RemovableMediaVolumeMounted', 'SnapshotVolumeMounted'],
  },
  {
    says: 'a volume was unmounted',
    is: 'File System Activity: Unmount',
    names: ['FsVolumeUnmounted', 'RemovableMediaVolumeUnmounted'],
  },
];
