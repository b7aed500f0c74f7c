// Which records fit what somebody typed: folded words, beginnings, relatives and typing errors.
// Knows nothing of the page; search.js shows what it finds.
const EXACT = 1;
const NAMED = 1;
const ABOUT = 0.55;
const MEMBER = 0.45;
const PAST = 0.5;
const SURE = 0.75;

const LETTERS = {
  ß: "ss", œ: "oe", æ: "ae", ø: "o", đ: "d", ł: "l", ı: "i",
  ґ: "г", ى: "ي", ة: "ه", ـ: "", "‘": "'", "’": "'", ʼ: "'", "`": "'",
};

// The same as generator/site/folding.py.
export function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .replace(/[ßœæøđłıґىةـ‘’ʼ`]/g, (letter) => LETTERS[letter])
    .replace(/(?<![\p{L}\p{N}])([a-z]{1,2})'/gu, "$1 ")
    .replaceAll("'", "");
}

export function wordsOf(text) {
  const found = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return found
    .map((word) => (word.startsWith("ال") && word.length >= 5 ? word.slice(2) : word))
    .filter((word) => word.length > 1 || /\d/.test(word));
}

// An index as it came over the wire, with its postings as numbers.
export function unpack(index) {
  const words = index.words ? index.words.split(" ") : [];
  const kinds = index.kinds.flatMap(([kind, count]) => Array(count).fill(kind));
  return {
    words,
    kinds,
    named: postings(index.named, words.length),
    about: postings(index.about, words.length),
    members: new Map(Object.entries(index.members).map(([theme, found]) => [Number(theme), found])),
    past: new Set(index.past),
    common: new Set(index.common.split(" ")),
  };
}

function postings(text, count) {
  if (!text) return Array.from({ length: count }, () => []);
  return text.split(" ").map((list) => {
    let number = 0;
    return list ? list.split(",").map((step) => (number += parseInt(step, 36))) : [];
  });
}

// Numbers of the records that fit, best first: [{number, score, whole}]; `whole` says that
// every word was found.
export function match(index, text) {
  let asked = [...new Set(wordsOf(text))];
  const telling = asked.filter((word) => !index.common.has(word));
  if (telling.length) asked = telling;
  const totals = new Map();
  for (const word of asked) {
    for (const [number, score] of scoresOf(index, word)) {
      const total = totals.get(number) ?? { number, score: 0, words: 0 };
      total.score += score;
      total.words += 1;
      totals.set(number, total);
    }
  }
  const found = [...totals.values()].map(({ number, score, words }) => ({
    number,
    score: (score * words * (index.past.has(number) ? PAST : 1)) / asked.length ** 2,
    whole: words === asked.length,
  }));
  found.sort((a, b) => b.score - a.score || a.number - b.number);
  const least = (found[0]?.score ?? 0) * 0.35;
  return found.filter(({ score }) => score >= least);
}

// Record -> how well it fits one word. A rare word says more than a common one.
function scoresOf(index, asked) {
  const scores = new Map();
  const raise = (number, score) => {
    if (score > (scores.get(number) ?? 0)) scores.set(number, score);
  };
  for (const [place, likeness] of alike(index.words, asked)) {
    const lists = [[index.named[place], NAMED], [index.about[place], ABOUT]];
    const count = lists[0][0].length + lists[1][0].length;
    const rarity = 1 + Math.log(index.kinds.length / count) / Math.log(index.kinds.length + 1);
    for (const [list, weight] of lists) {
      for (const number of list) raise(number, likeness * weight * rarity);
    }
  }
  for (const [number, score] of [...scores]) {
    // They stand in the order of how much the theme is theirs.
    (index.members.get(number) ?? []).forEach((member, at) => raise(member, score * MEMBER * (1 - at / 500)));
  }
  return scores;
}

// Places in the vocabulary of the words that resemble this one, and how much.
function alike(words, asked) {
  // A word of two letters that is there means itself: "iş" (work) does not begin "istasyon".
  if (asked.length < 3 && words.includes(asked)) return [[words.indexOf(asked), EXACT]];
  const close = [];
  words.forEach((word, place) => {
    const likeness = relation(asked, word);
    if (likeness) close.push([place, likeness]);
  });
  // Only who found nothing sure has perhaps mistyped.
  const mistakes = allowed(asked);
  if (!mistakes || close.some(([, likeness]) => likeness >= SURE)) return close;
  words.forEach((word, place) => {
    const likeness = mistyped(asked, word, mistakes);
    if (likeness) close.push([place, likeness]);
  });
  return close;
}

// 1 for the word itself, less for its beginning, a part of it, or a relative ("naaien" of "naaiatelier").
function relation(asked, word) {
  if (word === asked) return EXACT;
  if (word.startsWith(asked)) return SURE + (0.2 * asked.length) / word.length;
  if (asked.length < 4 || /\d/.test(asked)) return 0;
  if (word.includes(asked)) return 0.6;
  if (word.length >= 4 && asked.startsWith(word)) return (0.8 * word.length) / asked.length;
  const shared = sharedBeginning(asked, word);
  if (shared < Math.max(4, asked.length * 0.6)) return 0;
  return 0.35 + (0.35 * shared) / Math.max(asked.length, word.length);
}

// Whether a word of a page answers one of the words asked for: Pagefind, which knows no word
// that begins so, goes on with fewer and fewer letters.
export function answers(asked, word) {
  return asked.some((one) => sharedBeginning(one, word) >= Math.min(4, one.length));
}

function sharedBeginning(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

function allowed(asked) {
  if (asked.length < 4 || /\d/.test(asked)) return 0;
  return asked.length < 8 ? 1 : 2;
}

// How much a word, or its beginning, resembles one with a typing error or two.
function mistyped(asked, word, mistakes) {
  if (word.length < asked.length - mistakes) return 0;
  const row = distances(asked, word.slice(0, asked.length + mistakes));
  const whole = word.length <= asked.length + mistakes ? row[word.length] : mistakes + 1;
  if (whole <= mistakes) return 0.75 - 0.15 * whole;
  const beginning = Math.min(...row.slice(asked.length - mistakes));
  return beginning <= mistakes && asked.length > 4 ? 0.65 - 0.15 * beginning : 0;
}

// Damerau and Levenshtein: the steps from `asked` to each beginning of `word`. A swap of
// neighbours is one step.
export function distances(asked, word) {
  let older = [];
  let previous = Array.from({ length: word.length + 1 }, (_, at) => at);
  for (let i = 1; i <= asked.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = asked[i - 1] === word[j - 1];
      row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && asked[i - 1] === word[j - 2] && asked[i - 2] === word[j - 1];
      if (swapped) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    older = previous;
    previous = row;
  }
  return previous;
}
