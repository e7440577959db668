import type { Extraction } from '../../core/extraction/extract.ts';

/**
 * What was found as scripts read it. Names are proper names only; `entity` is the fullest form of the name in the text,
 * the same for every mention of one. Offsets are UTF-16 units into the text as given, end exclusive.
 */
export function scriptForm({ names, entities, dates, statements }: Extraction) {
  const canonical = (id: number | null) =>
    id === null ? null : (entities.find((entity) => entity.id === id)?.canonical ?? null);
  return {
    names: names
      .filter(({ nominal }) => !nominal)
      .map(({ start, end, surface, kind, entity, confidence }) => ({
        start,
        end,
        surface,
        kind,
        entity: canonical(entity),
        confidence: rounded(confidence),
      })),
    dates: dates.map(
      ({ start, end, surface, value, until, mod, grain, type, readings, confidence }) => ({
        start,
        end,
        surface,
        value,
        until,
        mod,
        grain,
        type,
        readings,
        confidence: rounded(confidence),
      }),
    ),
    statements: statements.map(
      ({ cue, content, speaker, direct, speakerSource, medium, confidence }) => ({
        cue,
        content,
        speaker:
          speaker === null
            ? null
            : {
                entity: canonical(speaker.entity),
                surface: speaker.surface,
                start: speaker.start,
                end: speaker.end,
              },
        direct,
        carried: speakerSource === 'carried',
        medium,
        confidence: rounded(confidence),
      }),
    ),
  };
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
