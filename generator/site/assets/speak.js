// Loaded on a tap: reads the page aloud with the device's own voice for its language.
const WAIT_FOR_VOICES_MS = 1500;
const PARTS = "h1, h2, dt, li, p, dd";
const NOT_READ = "[hidden], .actions, .keep, .code, .sources, .wrong, .checked, .soft, .simple-label, nav, aside, template, details:not([open])";

let speaking = null;

/** Begins to read the record, or stops. */
export async function toggle(button) {
  if (speaking) {
    stop();
    return;
  }
  const label = button.querySelector("span");
  const said = button.closest(".actions").querySelector(".action-said");
  const voices = await findVoices();
  const ofPage = voiceFor(voices, document.documentElement.lang);
  if (!ofPage) {
    said.textContent = button.dataset.noVoice;
    return;
  }
  said.textContent = "";
  speaking = { label, text: label.textContent };
  label.textContent = button.dataset.stop;
  const sentences = sentencesOf(document.querySelector("article"), button.dataset.until);
  for (const [index, { text, lang }] of sentences.entries()) {
    const utterance = new SpeechSynthesisUtterance(text);
    // A text in a language without a voice is read by the page's voice: better than silence.
    utterance.voice = voiceFor(voices, lang) ?? ofPage;
    utterance.lang = utterance.voice.lang;
    utterance.rate = 0.9;
    if (index === sentences.length - 1) utterance.addEventListener("end", stop);
    speechSynthesis.speak(utterance);
  }
}

function stop() {
  speechSynthesis.cancel();
  if (speaking) speaking.label.textContent = speaking.text;
  speaking = null;
}

window.addEventListener("pagehide", stop);

// Some browsers know their voices only after a while.
function findVoices() {
  const voices = speechSynthesis.getVoices();
  if (voices.length) return voices;
  return new Promise((resolve) => {
    const done = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener("voiceschanged", done, { once: true });
    setTimeout(done, WAIT_FOR_VOICES_MS);
  });
}

function voiceFor(voices, lang) {
  const own = voices.filter((voice) => voice.lang.toLowerCase().split(/[-_]/)[0] === lang.split("-")[0]);
  return own.find((voice) => /be$/i.test(voice.lang)) ?? own[0];
}

/** What is read, in order: [{text, lang}]; each text once, buttons and small print left out. */
export function sentencesOf(article, until) {
  return [...article.querySelectorAll(PARTS)]
    .filter((part) => !part.closest(NOT_READ) && !part.querySelector(PARTS))
    .flatMap((part) => {
      const lang = languageOf(part);
      const text = aloud(part.textContent, until, part.querySelector("a[href^='tel:']") !== null);
      return split(text, lang).map((sentence) => ({ text: sentence, lang }));
    })
    .filter(({ text }) => text);
}

// The page's language, or that of the one text that a part consists of.
function languageOf(part) {
  const inner = part.querySelector("[lang]");
  const whole = inner?.textContent.trim() === part.textContent.trim();
  return (whole ? inner : part.closest("[lang]")).lang;
}

// Sentence by sentence: some browsers break off what takes longer than a quarter of a minute.
function split(text, lang) {
  if (!Intl.Segmenter) return [text];
  const sentences = new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text);
  return [...sentences].map(({ segment }) => segment.trim());
}

/** As people say it: phone numbers digit by digit, "9.30-11.30" as times. */
export function aloud(text, until, toCall = false) {
  // Outside a link to call, only what is long enough is a phone number.
  const phone = toCall ? /\+?\d[\d ./]*\d/g : /\+?\d(?:[ ./]?\d){7,}/g;
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(phone, digits)
    .replace(/(\d{1,2}[.:]\d{2})\s?[-–]\s?(\d{1,2}[.:]\d{2})/g, `$1 ${until} $2`)
    .replace(/(?<!\d)(\d{1,2})[.:](\d{2})(?!\d)( uur)?/g, (_, hours, minutes, hour) => clock(hours, minutes, hour));
}

function digits(number) {
  return number
    .replace("+", "00")
    .split(/[ ./]+/)
    .map((group) => [...group].join(" "))
    .join(", ");
}

// Dutch says "9 uur 30"; voices of other languages know "9:30" by themselves.
function clock(hours, minutes, hour) {
  const dutch = document.documentElement.lang === "nl";
  if (!dutch) return `${hours}:${minutes}`;
  const whole = Number(minutes) === 0;
  if (whole) return hour ? `${Number(hours)} uur` : `${Number(hours)}`;
  return `${Number(hours)} uur ${Number(minutes)}`;
}
