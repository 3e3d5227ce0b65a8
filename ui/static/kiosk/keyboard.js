// The keyboard on the screen, and what may be meant while typing. A keyboard on the table works as well.
import { post } from "./server.js";

const DIGITS = "1 2 3 4 5 6 7 8 9 0 - {erase}";
const SPACE = "{layout} , {space} . {enter}";
const LAYOUTS = {
  russian: [DIGITS, "й ц у к е н г ш щ з х ъ", "ф ы в а п р о л д ж э ё", "я ч с м и т ь б ю « » ?", SPACE],
  latin: [DIGITS, "q w e r t y u i o p", "a s d f g h j k l '", "z x c v b n m “ ” ?", SPACE],
};
const OTHER = { russian: "latin", latin: "russian" };
const LETTERS = { russian: "ABC", latin: "АБВ" };
// Milliseconds without a key after which suggestions are asked for.
const PAUSE = 150;

// Puts the keyboard on a screen that has room for it.
export function attach(section, ask) {
  const room = section.querySelector(".keys");
  if (!room) return;
  const field = section.querySelector("#question");
  draw(room, (key) => (key === "{enter}" ? ask(field.value) : type(field, key)), section.dataset.language);
  suggest(section, field);
}

function draw(room, press, language) {
  let layout = language === "ru" ? "russian" : "latin";
  const keyboard = new SimpleKeyboard.default(room.firstElementChild, {
    layout: LAYOUTS,
    ...names(room.dataset, layout),
    theme: "kiosk-keyboard",
    useButtonTag: true,
    preventMouseDownDefault: true,
    disableCaretPositioning: true,
    onKeyPress: touched,
  });
  // A key that is reached with Tab and pressed with Enter comes as a click that no finger made.
  room.addEventListener("click", ({ target, detail }) => {
    const key = target.closest("button")?.getAttribute("data-skBtn");
    if (!key || detail !== 0) return;
    touched(key);
    room.querySelector(`[data-skBtn="${key}"]`).focus();
  });

  function touched(key) {
    if (key !== "{layout}") return press(key);
    layout = OTHER[layout];
    keyboard.setOptions(names(room.dataset, layout));
  }
}

// What the keys of a layout are called.
function names({ space, erase, enter, layout: letters }, layout) {
  return {
    layoutName: layout,
    display: { "{space}": space, "{erase}": "⌫", "{enter}": enter, "{layout}": LETTERS[layout] },
    buttonAttributes: [
      { attribute: "aria-label", value: erase, buttons: "{erase}" },
      { attribute: "aria-label", value: letters, buttons: "{layout}" },
    ],
  };
}

// Writes at the caret, over what is selected.
function type(field, key) {
  const { selectionStart: start, selectionEnd: end } = field;
  if (key === "{erase}") field.setRangeText("", start === end ? Math.max(start - 1, 0) : start, end, "end");
  else if (field.value.length < field.maxLength) field.setRangeText(key === "{space}" ? " " : key, start, end, "end");
  field.scrollLeft = field.scrollWidth;
  field.dispatchEvent(new Event("input"));
}

function suggest(section, field) {
  const list = section.querySelector(".suggestions");
  const offered = list.innerHTML;
  let timer = 0;
  const show = async () => {
    const body = { typed: field.value.trim(), language: section.dataset.language };
    const lines = body.typed ? await post("suggestions", body, "suggestions").catch(() => "") : offered;
    // An answer that came too late is null, and leaves what is there.
    if (lines !== null && section.isConnected) list.innerHTML = lines;
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
}
