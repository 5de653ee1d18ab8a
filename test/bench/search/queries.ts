/* What is asked in the bench of searches: 20 queries a class, of the words of the generated corpus of 251,287 cables (seed 1). */

const list = (text: string): readonly string[] => text.split(' ');

/** In a fifth of the cables or more; in some hundreds to thousands; in a few dozen. */
const COMMON = list(
  'suflus cio come half more only month minister cand ref confirmed travors lulor two neation abld defense hope students police',
);
const MID = list(
  'meamund gadioly caisears vupriism fucrukhaous duniot lounuic soumot trutran seatear rugeed draraed khevument notoing khouism torin strocely neshel proer waibon',
);
const RARE = list(
  'stremopu rudicaer mostrend vosoukement pougirs fleriotion rouraal ciosivition peageic nistestios pracand kilot plodos gobron gouprioer vorom grotioer didrin baleder fosuer',
);
const AND = [
  'ceakaed zanem shiol',
  'flohaition fucroing dround',
  'shotears rocat have',
  'bad poer gurs',
  'hoped meeting stail',
  'drought political her',
  'liploing khomioment prouous',
  'brealoous nairs geagin',
  'years loer kuvement',
  'programs rer vat',
  'hope befears pun',
  'biboka miovis val',
  'mevuheaing rim sous',
  'teaous breaboism pouism',
  'local claim econ',
  'full talks dat',
  'opposition nations gofaer',
  'claimed note waal',
  'been tistraivot zution',
  'phum weed west',
];
const PREFIX_2 = list('ca mi th re po st wa in co be ho pr ne do li ma sa tr fu ge').map((letters) => `${letters}*`);
const PREFIX_3 = list('con pro tra min pol sta cou ref mar int res ban dro bor gov per sec mil eco har').map((letters) => `${letters}*`);
const POSTS = ['ankara', 'baghdad', 'tokyo', 'amman', 'moscow', 'kuwait', 'madrid', 'paris', 'kabul', 'cairo'];
const TAGS = ['PREL', 'PGOV', 'ECON', 'PTER', 'PHUM'];
/** A word, an origin, two years, a tag. */
const COMBINED = [...COMMON.slice(0, 10), ...MID.slice(0, 10)].map(
  (word, i) => `${word} from:${POSTS[i % POSTS.length]} date:${2005 + (i % 4)}..${2006 + (i % 4)} tags:${TAGS[i % TAGS.length]}`,
);
const PHRASES = [
  'percent of',
  'said of',
  'the in to',
  'in was',
  'as the',
  'and is',
  'that and',
  'the of and',
  'maing chiopioism',
  'nogrious mabious',
  'floururs the',
  'tritroment duing',
  'riond rurs was',
  'ketrar crudu the',
  'american institute taiwan',
  'for reasons',
  'end summary',
  'embassy ankara',
  'the government',
  'new york',
].map((words) => `"${words}"`);

export interface QueryClass {
  readonly name: string;
  readonly queries: readonly string[];
  /** Milliseconds, p95: for the newest 50 and for the exact count. */
  readonly newest: number;
  readonly count: number;
}

export const QUERY_CLASSES: readonly QueryClass[] = [
  { name: 'common word', queries: COMMON, newest: 1, count: 20 },
  { name: 'mid word', queries: MID, newest: 1, count: 20 },
  { name: 'rare word', queries: RARE, newest: 1, count: 20 },
  { name: 'three words', queries: AND, newest: 1, count: 20 },
  { name: 'two letters', queries: PREFIX_2, newest: 1, count: 20 },
  { name: 'three letters', queries: PREFIX_3, newest: 1, count: 20 },
  { name: 'word, origin, date, tag', queries: COMBINED, newest: 3, count: 20 },
  { name: 'phrase', queries: PHRASES, newest: 25, count: 90 },
];

/** For is:unread and is:kept. */
export const PERSONAL_WORDS: readonly string[] = [...COMMON.slice(0, 10), ...MID.slice(0, 10)];

/** Typed into the box, a letter a keystroke. */
export const JUMPS: readonly string[] = [
  'ankara',
  '09moscow1',
  'drought',
  '07state12',
  'bagh',
  'minister',
  'police',
  'tokyo 12',
  'econ',
  'harare',
];

/** Typed as filters in the reader. */
export const TYPED: readonly string[] = ['minister police', 'students hope', 'draraed', 'defense from:ankara', '"the government"'];
