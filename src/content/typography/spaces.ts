/**
 * Spaces at which a line must not end, set as text is shown. One UTF-16 unit for one: offsets stay
 * valid, and a space that is missing is not put in (`repair.ts` does that, before publication).
 *
 * Sources: for French the Lexique of the Imprimerie nationale, but for thin spaces inside
 * guillemets, which newspapers prefer; for Canada the OQLF’s table of spacing, which wants thin
 * spaces before `; ! ?` where there are any; for English the Chicago Manual of Style.
 */
import type { Run } from './runs.ts';

/** The languages that have rules; one that has none is left as it is written. */
export type TypographyLocale = 'fr' | 'fr-CA' | 'en';

/*
 * A rule: what stands before a space, `~` for the space that is set, what stands after it; `_` is any
 * space near by. White space parts the rules. What stands after is looked at first, which dismisses
 * most spaces at one letter; `~(?<=\d_)` looks behind first, where that is the rarer thing. They are
 * on the way to an article: each byte counts.
 */
const { raw } = String;
const capital = '[A-ZÀ-ÞŒ]';
const wordEnd = raw`(?![\wÀ-ÿᵉ’])`;
const units = '[µnmcdhkMGT]?(?:[gmlLtsWVAJNB]|Wh|Hz|Pa|eV|bit/s)[23]?|[kMG]€|ha|h|min|bar';

// Ninety-nine spaces are enough for anyone, and a million take no longer than they must.
const before = (signs: string) => ` ~_{0,99}[${signs}] `;
const opened = ' ~(?<=[«‹]_{1,99}) ';
// 2026 is a year: only one to three digits are followed by threes.
const thousands = raw` (?<!\d)\d{1,3}~\d{3}(?!\d) `;
// Four figures by themselves are a year; a long word may have to begin a narrow line.
const counted = raw` ~(?<=(?<!\d)\d{1,3}[erᵉʳ]{0,2}_)[a-zà-ÿ]{4,10}${wordEnd} `;
const parts = raw` (?<!\w)(?:[Aa]rticle|[Pp]age)~\d `;
const particle = raw`(?:(?:d[eu]|des|v[ao]n)_|d[’'])`;
const initial = raw`(?<![\wÀ-ÿ°]|\w-)${capital}\.`;

const frenchMonth = raw`(?:janvier|février|mars|avril|mai|juin|juillet|août|(?:septem|octo|novem|décem)bre)(?!\w)`;
// The last two: a dash that closes an aside; one that opens an aside, or a speech.
const french = raw`
  ~(?:[%‰€$£°]|etc\.|J\.-C)
  ~(?<=\d(?:er)?_)(?:${frenchMonth}|(?:${units}|[kMGT]?o|ans?|euros?)${wordEnd})
  (?<!\w)[Ll]e~\d\d?(?:er)?_${frenchMonth}
  (?:(?<!\w)(?:[nN](?:°|os?)|(?:art|pp?|vol|t|chap|fig|al)\.)|§|\d_(?:h|min))~(?:\d|[IVXLC]+${wordEnd})
  (?<!\w)0\d(?:_\d\d){0,3}~\d\d(?!\d)
  (?:${initial}|(?<!\w)(?:MM\.|M(?:me|lle)s?|[DP]r|M[eᵉ]|Mᵐᵉ|Mgr|Ste?))~${capital}
  (?<![\w.])(?:MM?\.|M(?:mes?|lles?|gr)|Mᵐᵉ|[DP]r|M[eᵉ](?=_d))~(?:${particle}|l(?:[ea]s?_|[’']))
  (?<!\w)[IVXL]+(?:er?|re|ᵉʳ?|ʳᵉ)~(?:siècle|millén|Rép|Emp|arr)
  ${capital}[a-zà-ÿ]+~[IVX]+(?:er|ᵉʳ)?${wordEnd}
  [—–]_[^—–.!?]*~[—–]
  ~(?<=[—–]_)(?:(?<=^._)|[^—–.!?]*_[—–])
`;

const englishMonth = raw`(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)(?!\w)`;
const titles = raw`(?<!\w)(?:Mrs?|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Rev)\.?`;
const english = raw`
  ~[–—]_
  ~(?<=\d_)(?:[%‰€£°]|[ap]\.?m(?!\w)|${englishMonth}|(?:BCE?|CE|AD|${units}|per_cent|mph|ft|lbs?|oz|mi)${wordEnd})
  \d_per~cent${wordEnd}
  \d_ft~\d\d?_in${wordEnd}
  ~(?<=\d_ft_\d\d?_)in${wordEnd}
  (?:(?<!\w)(?:Nos?|pp?|vols?|chap|figs?|art|sec)\.|§|(?<!\w)AD)~\d
  (?<!\w)${englishMonth}~\d\d?(?!\d)
  (?:${initial}|${titles})~${capital}
  ${titles}~${particle}
  [A-Z][a-z]+~(?:[IVX]{2,}|[VX])${wordEnd}
`;

/**
 * Most spaces are between two small letters, where few rules are: `1er mai`, `XIXe siècle`, `Mme de`, all with
 * a capital or a figure just before; `etc.`, and `per cent`.
 */
const between = raw`(?<=[a-zà-ÿ,]~)(?<![A-Z\d][a-z]{1,4}~)(?!etc|cent)[a-zà-ÿ]`;

const patterns: Record<TypographyLocale, RegExp> = {
  fr: pattern(before(';!?»›') + opened + thousands, before(':') + counted + parts + french),
  'fr-CA': pattern(before(';!?'), before('»›:') + opened + thousands + counted + parts + french),
  en: pattern(thousands, counted + parts + english),
};

export function hasRules(tag: string): tag is TypographyLocale {
  return tag in patterns;
}

/**
 * All rules as one pattern; an empty group tells the thin spaces. It asks of no space which one it
 * is, so that setting twice is setting once.
 */
function pattern(thin: string, noBreak: string): RegExp {
  const [thinRules, noBreakRules] = [thin, noBreak].map((rules) =>
    rules
      .trim()
      .replace(/(\S*)~(\S*)/g, '(?=$2)(?<=$1[^])')
      .replace(/\s+/g, '|'),
  );
  const source = `~(?!${between})(?:(?:${thinRules})()|${noBreakRules})`;
  return new RegExp(source.replace(/[~_]/g, '[ \u00a0\u2009\u202f]'), 'g');
}

/**
 * The text with U+202F or U+00A0 for each space at which a line must not end; all else as it was,
 * and as long. A line of French then never begins with `; : ! ? »` nor ends with `«`.
 */
export function setSpaces(text: string, locale: TypographyLocale): string {
  return text.replace(patterns[locale], (_, thin?: string) => (thin === '' ? '\u202f' : '\u00a0'));
}

/** The same for the runs of one paragraph; the texts come back in order, each as long as it was. */
export function setSpacesOfRuns(runs: readonly Run[], locale: TypographyLocale): string[] {
  let whole = '';
  for (const { text } of runs) whole += text;
  const set = setSpaces(whole, locale);
  let end = 0;
  return runs.map(({ text, isVerbatim }) => {
    end += text.length;
    return isVerbatim ? text : set.slice(end - text.length, end);
  });
}
