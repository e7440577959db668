/**
 * The files of a drop, those of dropped folders included (at any depth, in order of their names). In folders only
 * files that may be articles are taken, and none that begin with a dot. Never rejects: what cannot be read is left out.
 */
export async function readDroppedFiles(transfer: DataTransfer): Promise<File[]> {
  // Entries must be taken before the first await: the transfer is empty afterwards.
  const dropped = Array.from(transfer.items, (item) => ({
    entry: item.webkitGetAsEntry(),
    file: item.getAsFile(),
  }));
  const lists = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      if (entry?.isDirectory) return filesBelow(entry as FileSystemDirectoryEntry);
      return file === null ? [] : [file];
    }),
  );
  return lists.flat();
}

/** Of the files of a chosen folder, those that may be articles. */
export function articleFiles(files: Iterable<File>): File[] {
  return [...files].filter((file) => mayBeArticle(file.name));
}

async function filesBelow(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const entries = await readEntries(folder);
  const lists = await Promise.all(
    entries
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(async (entry) => {
        if (entry.isDirectory) return filesBelow(entry as FileSystemDirectoryEntry);
        if (!mayBeArticle(entry.name)) return [];
        const file = await toFile(entry as FileSystemFileEntry);
        return file === undefined ? [] : [file];
      }),
  );
  return lists.flat();
}

/** `readEntries` gives at most a hundred at a time. */
async function readEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each call continues the one before
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function toFile(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => {
    entry.file(resolve, () => resolve(undefined));
  });
}

function mayBeArticle(name: string): boolean {
  return !name.startsWith('.') && /\.(txt|text|md|markdown|html?)$/i.test(name);
}
