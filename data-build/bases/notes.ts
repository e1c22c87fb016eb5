import { SMALL_BASE } from './grid';

/** Why some small areas are blank, for every share of residents. */
export const SMALL_AREAS = {
  it: `Dove gli abitanti sono meno di ${SMALL_BASE.residents} la quota è poco affidabile e non è mostrata: bastano poche persone per spostarla. Sono le stesse aree che il Comune esclude dalle mappe della fragilità.`,
  en: `Where there are fewer than ${SMALL_BASE.residents} residents the share is unreliable and not shown: a few people are enough to move it. These are the areas the Municipality leaves out of its fragility maps.`,
};
