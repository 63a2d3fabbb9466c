
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const { modes, series } = data;
const inUnit = (seconds, scale) => `${number(seconds, scale)} ${scale.unit}`;
const number = (seconds, scale) => d3.format(scale.factor === 1 ? ".3f" : ".1f")(seconds * scale.factor);

/** An empty drawing as wide as the page; the element around it has the text for those who do not see it. */
function canvas(id, width) {
  return d3.select(id).append("svg").attr("width", width);
}

function ofHeight(svg, height) {
  svg.attr("height", height).attr("viewBox", `0 0 ${svg.attr("width")} ${height}`);
}

/** An axis along the lower edge, the upper or the left, with no more ticks than there is room for. */
function axis(svg, orient, scale, x, y, room) {
  const length = Math.abs(scale.range()[1] - scale.range()[0]);
  const made = orient(scale).ticks(Math.max(2, Math.floor(length / room))).tickSizeOuter(0);
  return svg.append("g").attr("class", "axis").attr("transform", `translate(${x},${y})`).call(made);
}

const STEPS = [[1], [1, 3], [1, 2, 5], [1, 1.5, 2, 3, 5, 7]];

/** Values for an axis whose equal distances are equal factors: as many round ones as there is room for. */
function roundValues(scale, room) {
  const [low, high] = d3.extent(scale.domain());
  const inside = (value) => value >= low && value <= high;
  const powers = d3.range(Math.floor(Math.log10(low)), Math.ceil(Math.log10(high)) + 1);
  const choices = [
    ...STEPS.map((steps) => powers.flatMap((power) => steps.map((step) => +`${step}e${power}`)).filter(inside)),
    ...[3, 5, 8, 12].map((count) => d3.ticks(low, high, count)),
  ];
  const fits = (values) => d3.pairs(values).every(([a, b]) => Math.abs(scale(b) - scale(a)) >= room);
  return d3.greatest(choices.filter(fits), (values) => values.length) || [];
}

/** An axis whose equal distances are equal factors, in plain figures; with all values that have room, if they are given. */
function logAxis(svg, orient, scale, x, y, room, given) {
  const values = [];
  for (const value of given || roundValues(scale, room)) {
    if (!values.length || Math.abs(scale(value) - scale(values[values.length - 1])) >= room) {
      values.push(value);
    }
  }
  const plain = (value) => d3.format("~")(+value.toPrecision(6));
  const made = orient(scale).tickValues(values).tickFormat(plain).tickSizeOuter(0);
  return svg.append("g").attr("class", "axis").attr("transform", `translate(${x},${y})`).call(made);
}

function caption(svg, text, x, y, anchor) {
  return svg.append("text").attr("class", "unit").attr("x", x).attr("y", y).attr("text-anchor", anchor || "start").text(text);
}

/** A text that is cut to the room, with all of it in a title. */
function cut(g, kind, text, x, y, room) {
  const node = g.append("text").attr("class", kind).attr("x", x).attr("y", y).text(text);
  const letters = [...text];
  let kept = letters.length;
  while (kept > 1 && node.node().getComputedTextLength() > room) {
    kept = Math.min(kept - 1, Math.ceil(kept * room / node.node().getComputedTextLength()));
    node.text(`${letters.slice(0, kept).join("")}…`);
  }
  if (kept < letters.length) {
    node.append("title").text(text);
  }
  return node;
}

const SYMBOLS = [d3.symbolCircle, d3.symbolSquare, d3.symbolTriangle, d3.symbolDiamond, d3.symbolStar, d3.symbolCross, d3.symbolWye];
const DASHES = ["", "7 3", "3 3", "9 3 2 3", "5 2", "12 4", "2 2"];

/** What tells the lines of a picture apart: the colour of the mode, and marks and dashes for those who see no colours. */
const dash = (style) => DASHES[style % DASHES.length];
const symbol = (style) => d3.symbol(SYMBOLS[style % SYMBOLS.length], 34)();

function curve(g, style, points) {
  return g.append("path").attr("class", "curve").attr("stroke-dasharray", dash(style)).attr("d", points);
}

function mark(g, style, x, y, kind) {
  return g.append("path").attr("class", `mark ${kind || ""}`).attr("d", symbol(style)).attr("transform", `translate(${x},${y})`);
}

/** Samples of lines with their names, in as many rows as it takes; returns their height. */
function legend(svg, entries, y, width) {
  let x = 0, row = 0;
  for (const { mode, style, text, plain } of entries) {
    const g = svg.append("g").attr("class", plain ? "key-ideal" : `c${mode % 4}`);
    if (!plain) {
      mark(g, style, 14, 0);
    }
    curve(g, style, "M0,0H28");
    const name = cut(g, "row", text, 34, 4, width - 40);
    const length = 34 + name.node().getComputedTextLength() + 18;
    if (x > 0 && x + length > width) {
      x = 0;
      row++;
    }
    g.attr("transform", `translate(${x},${y + row * 18})`);
    x += length;
  }
  return (row + 1) * 18;
}

/** The series of each mode, if there are several of one; all of them in one panel otherwise. */
function panels() {
  return data.swept
    ? modes.map((mode, index) => series.filter((one) => one.mode === index)).filter((panel) => panel.length)
    : [series];
}

const style = (one) => (data.swept ? one.place : one.mode);
const key = (one) => ({ mode: one.mode, style: style(one), text: one.label });
