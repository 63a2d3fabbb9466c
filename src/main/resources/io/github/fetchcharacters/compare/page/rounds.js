
/** Time by round: a panel for each mode, all with the same factor from top to bottom. */
function rounds(width) {
  const scale = data.times;
  const shown = modes.map((mode, index) => series.filter((one) => one.mode === index));
  const extents = shown.map((panel) => d3.extent(panel.flatMap((one) => [...one.warmups, ...one.rounds]), (round) => round.seconds));
  const factor = Math.max(1.3, d3.max(extents, ([low, high]) => 1.1 * high / low));
  const inner = data.swept ? 220 : 130, left = 48, right = 16;
  const warmups = d3.max(series, (one) => one.warmups.length), counted = d3.max(series, (one) => one.rounds.length);
  const x = d3.scaleLinear([0.5 - warmups, counted + 0.5], [left, width - right]);
  shown.forEach((panel, index) => {
    const svg = canvas("#rounds", width);
    const top = 14 + legend(svg, panel.map(key), 10, width), lower = top + inner;
    const middle = Math.sqrt(extents[index][0] * extents[index][1]) * scale.factor;
    const y = d3.scaleLog([middle / Math.sqrt(factor), middle * Math.sqrt(factor)], [lower, top]);
    warmUp(svg, x, top, inner, warmups);
    logAxis(svg, d3.axisLeft, y, left, 0, 22);
    panel.forEach((one) => overRounds(svg, one, x, (time) => y(time * scale.factor), scale));
    roundAxis(svg, x, lower, warmups, counted);
    const last = index === shown.length - 1;
    if (last) {
      caption(svg, "round", width - right, lower + 36, "end");
      caption(svg, `fetch time [${scale.unit}], steps of equal factors`, 0, lower + 36);
    }
    ofHeight(svg, lower + (last ? 42 : 28));
  });
}

function warmUp(g, x, top, inner, warmups) {
  if (warmups > 0) {
    const [start, end] = [x.range()[0], x(0.5)];
    g.append("rect").attr("class", "warm-up").attr("x", start).attr("width", end - start).attr("y", top).attr("height", inner);
    g.append("line").attr("class", "border").attr("x1", end).attr("x2", end).attr("y1", top).attr("y2", top + inner);
    if (end - start > 56) {
      caption(g, "warm-up", start + 4, top + inner - 6);
    }
  }
}

/** Counted rounds have numbers from 1; those before them stand in the field of the warm-up. */
function roundAxis(g, x, y, warmups, counted) {
  const wanted = x.ticks(Math.max(2, Math.floor((x.range()[1] - x.range()[0]) / 60)));
  const ticks = [...new Set([1, ...wanted])].filter((tick) => Number.isInteger(tick) && tick >= 1 && tick <= counted);
  g.append("g").attr("class", "axis").attr("transform", `translate(0,${y})`)
    .call(d3.axisBottom(x).tickValues(ticks).tickFormat(d3.format("d")).tickSizeOuter(0));
}

function overRounds(parent, one, x, y, scale) {
  const g = parent.append("g").attr("class", `c${one.mode % 4}`).attr("data-series", one.label);
  const before = one.warmups.length;
  const all = [...one.warmups, ...one.rounds];
  const place = (index) => x(index - before + 1);
  curve(g, style(one), d3.line((round, index) => place(index), (round) => y(round.seconds))(all));
  all.forEach(({ seconds, opened }, index) => {
    const round = index < before ? `warm-up round ${index + 1}` : `round ${index - before + 1}`;
    if (opened > 0) {
      g.append("circle").attr("class", "ring").attr("r", 7).attr("cx", place(index)).attr("cy", y(seconds));
    }
    mark(g, style(one), place(index), y(seconds), index < before ? "hollow" : "").append("title")
      .text(`${one.label}, ${round}: ${inUnit(seconds, scale)}${opened > 0 ? `, connections opened: ${opened}` : ""}`);
  });
}
