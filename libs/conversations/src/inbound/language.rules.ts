type Language = 'fi' | 'sv' | 'en';

/** Words that are common in one of the three languages and rare in the others. */
const COMMON: Record<Language, ReadonlySet<string>> = {
  fi: new Set('ja on ei että se hei moi terve kiitos mutta niin kun kuin oli olen minun teidän tilaus tilaukseni en ole vielä koska voi voisitteko tuote paketti takaisin päivää terveisin ystävällisin asia minulle'.split(' ')),
  sv: new Set('och är det att jag inte hej tack men för på med har som en ett ni min mitt från till kan beställning beställde paket vänliga hälsningar när skulle vill mig er mvh'.split(' ')),
  en: new Set('the and is to i my you not of that have it for with hello hi thanks thank please order was this your would regards been but when can could'.split(' ')),
};

/** The language most of whose small words appear; `fallback` when there is too little to go by. */
export function detectLanguage(text: string, fallback: Language): Language {
  const words = text.slice(0, 5000).toLowerCase().match(/[\p{L}]+/gu) ?? [];
  const score: Record<Language, number> = { fi: 0, sv: 0, en: 0 };
  for (const word of words) for (const language of ['fi', 'sv', 'en'] as const) if (COMMON[language].has(word)) score[language]++;
  // Finnish hides its small words in endings: double vowels and ä outside Swedish å-words speak for it.
  score.fi += words.filter((w) => /(ää|öö|yy|uu|ii|ssa$|ssä$|lla$|llä$|sta$|stä$|nut$|nyt$|mme$|tte$)/.test(w)).length * 0.5;
  const [best, second] = (Object.entries(score) as [Language, number][]).sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 && best[1] > (second?.[1] ?? 0) ? best[0] : fallback;
}
