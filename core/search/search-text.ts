import { createCharacterMap } from '../arabic/character-map.ts';
import { foldCharacter, isAttachedMark } from '../arabic/fold.ts';

/**
 * A text as it is indexed and looked for: folded words with spaces between them, nothing else. It decides where words
 * begin and end; the index splits at its spaces only. `searchText.withOffsets` leads back to the text.
 */
export const searchText = createCharacterMap(
  (character) => foldCharacter(character).replace(notInWord, ' '),
  isAttachedMark,
);

const notInWord = /[^\p{L}\p{N}\p{M}]/gu;
