"use strict";
// Arrow keys turn the sheets; whoever moves with the pointer or a screen reader needs none of this.
addEventListener("keydown", (pressed) => {
  const sheets = [...document.querySelectorAll(".sheet")];
  const middle = innerHeight / 2;
  const at = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > middle);
  const to = {
    ArrowRight: at + 1, ArrowDown: at + 1, PageDown: at + 1,
    ArrowLeft: at - 1, ArrowUp: at - 1, PageUp: at - 1,
    Home: 0, End: sheets.length - 1,
  }[pressed.key];
  if (to === undefined || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return;
  pressed.preventDefault();
  const sheet = sheets[Math.min(Math.max(to, 0), sheets.length - 1)];
  sheet.scrollIntoView();
  sheet.focus({ preventScroll: true });
});
