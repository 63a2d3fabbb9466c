
/** Of paper, in the pixels that its text is measured in: that of A4 less the margins. */
const PAPER = 700;

let drawn = 0;
function draw(width) {
  if (width !== drawn) {
    drawn = width;
    d3.selectAll(".picture svg").remove();
    [...(data.sweep ? [sweep] : []), times, rounds, answers, waterfall].forEach((picture) => picture(width));
  }
}

function drawInWindow() {
  const main = document.querySelector("main");
  draw(Math.max(280, main.clientWidth - 2 * parseFloat(getComputedStyle(main).paddingLeft)));
}

drawInWindow();
addEventListener("resize", () => matchMedia("print").matches || drawInWindow());
addEventListener("beforeprint", () => draw(PAPER));
addEventListener("afterprint", drawInWindow);
