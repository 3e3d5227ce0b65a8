// Reads aloud with a voice that is installed on this machine; a voice from elsewhere would send the words there.
const speech = window.speechSynthesis;

function voice(language) {
  return speech?.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language));
}

// The button is there only where a voice speaks the language of the documents.
export function offer(section) {
  for (const button of section.querySelectorAll("[data-act=aloud]")) {
    button.hidden = !voice(button.dataset.language);
    button.dataset.usual ??= button.textContent;
  }
}

export function read(button, place) {
  if (speech.speaking) return silence();
  for (const words of place.querySelectorAll(".said, blockquote")) speech.speak(utterance(words, button));
  button.textContent = button.dataset.silence;
}

export function silence() {
  speech?.cancel();
  quiet();
}

function quiet() {
  for (const button of document.querySelectorAll("[data-act=aloud][data-usual]")) {
    button.textContent = button.dataset.usual;
  }
}

function utterance(words, button) {
  const said = new SpeechSynthesisUtterance(words.textContent);
  said.lang = words.closest("[lang]").lang;
  said.voice = voice(said.lang) ?? voice(button.dataset.language);
  said.onend = () => speech.pending || quiet();
  return said;
}

// Voices are often found only after the page is there.
speech?.addEventListener("voiceschanged", () => offer(document));
