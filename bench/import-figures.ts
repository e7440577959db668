import { join } from 'node:path';
import { importFile } from '../core/importers/import-file.ts';
import type { FigureGroup } from './bench-run.ts';
import { openDiskFloor } from './disk-floor.ts';
import { makeFigure, perSecond } from './figure.ts';
import { interleave } from './interleave.ts';
import { openBenchLibrary } from './library-file.ts';
import { mean } from './statistics.ts';
import { makeRandom } from './texts/random.ts';
import { scrapedText } from './texts/scraped-text.ts';

const texts = 1_000;

export const importFigures: FigureGroup = {
  name: 'import',
  heading: `Importing ${texts.toLocaleString('en')} scraped texts`,
  measure: async ({ short, folder }) => {
    const random = makeRandom(9);
    const files = Array.from({ length: texts }, () =>
      Buffer.from(scrapedText(random, random.between(150, 650))),
    );
    const { library, client } = openBenchLibrary(join(folder, 'imports.muharrir'));
    const floor = openDiskFloor(folder);
    const fileOf = (round: number) => files[round % texts] ?? Buffer.alloc(0);
    try {
      const { split, parse, service, disk } = await interleave(
        {
          split: (round) => decodeAndSplit(fileOf(round)),
          parse: (round) => importFile(fileOf(round), 'page.txt'),
          service: (round) =>
            client.imports.create({
              file: new File([fileOf(round)], `page-${round}.txt`),
              again: true,
            }),
          disk: () => floor.write(),
        },
        { rounds: short ? 300 : texts, warmUp: 30 },
      );
      return [
        makeFigure({
          group: 'import',
          name: 'read a scraped text',
          samples: parse,
          floor: { name: 'decode and split into lines', samples: split },
        }),
        makeFigure({
          group: 'import',
          name: 'import a scraped text, stored',
          samples: service,
          floor: { name: floor.name, samples: disk },
        }),
        makeFigure({
          group: 'import',
          name: 'scraped texts read',
          unit: 'per s',
          samples: perSecond(parse),
          floor: { name: 'decode and split into lines', samples: perSecond(split) },
        }),
        makeFigure({
          group: 'import',
          name: 'scraped texts imported and stored',
          unit: 'per s',
          samples: perSecond(service),
          floor: { name: floor.name, samples: perSecond(disk) },
          note: `All ${service.length} took ${((mean(service) * service.length) / 1_000).toFixed(1)} s.`,
        }),
      ];
    } finally {
      floor.close();
      library.close();
    }
  },
};

function decodeAndSplit(bytes: Uint8Array): string[] {
  return new TextDecoder().decode(bytes).split(/\r\n|\n/);
}
