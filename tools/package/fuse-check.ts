import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** How the installed program's fuses must stand; electron-builder.yml sets them. */
export const wantedFuses: readonly (readonly [fuse: FuseV1Options, on: boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
];

/** Reads the fuses of a program back and says which stand wrong, a sentence each. `program`: as `flipFuses` wants it. */
export async function fuseFaults(program: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(program);
  return wantedFuses
    .filter(([fuse, on]) => wire[fuse] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([fuse, on]) => `The fuse ${FuseV1Options[fuse]} is not ${on ? 'on' : 'off'}`);
}
