// The list of flyers in another language: the same links, to other files.
const choice = document.querySelector("[data-flyer-language]");
const said = document.querySelector("[data-flyers-shown]");
const items = [...document.querySelectorAll("[data-flyers] li")];

function show() {
  const languages = choice.selectedOptions[0].dataset.languages.split(" ");
  for (const item of items) {
    const missing = item.dataset.missing?.split(" ") ?? [];
    const link = item.querySelector("a");
    item.hidden = languages.some((language) => missing.includes(language));
    link.href = link.href.replace(/(\.[a-z-]+)?\.pdf$/, choice.value);
  }
  const count = items.filter((item) => !item.hidden).length;
  said.textContent = said.dataset.flyersShown.replace("{count}", count);
}

choice.addEventListener("change", show);
