
/** A box and whiskers under a strip of dots for each series. */
function times(width) {
  const scale = data.times;
  const band = series.length > 8 ? 30 : 64, half = band * 0.28;
  const left = Math.min(width * 0.34, data.swept ? 190 : 76), right = 24, height = series.length * band + 40;
  const svg = canvas("#times", width);
  ofHeight(svg, height);
  const longest = d3.max(series, (one) => d3.max(one.rounds, (round) => round.seconds)) * scale.factor;
  const x = d3.scaleLinear([0, longest], [left, width - right]).nice();
  axis(svg, d3.axisBottom, x, 0, series.length * band, 90);
  caption(svg, `fetch time [${scale.unit}]`, width - right, height - 6, "end");
  series.forEach((one, index) => {
    const sorted = one.rounds.map((round) => round.seconds * scale.factor).sort(d3.ascending);
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => d3.quantileSorted(sorted, share));
    const g = svg.append("g").attr("class", `mode c${one.mode % 4}`).attr("data-series", one.label)
      .attr("transform", `translate(0,${index * band + band / 2})`);
    cut(g, "name", one.label, 0, 4, left - 12);
    g.append("line").attr("class", "whisker").attr("x1", x(sorted[0])).attr("x2", x(sorted[sorted.length - 1]));
    g.append("rect").attr("class", "box").attr("x", x(low)).attr("width", Math.max(1, x(high) - x(low)))
      .attr("y", -half).attr("height", 2 * half).attr("rx", 2);
    g.append("line").attr("class", "median").attr("x1", x(middle)).attr("x2", x(middle)).attr("y1", -half).attr("y2", half);
    // Spread over the band in the order of the rounds, so that equal times stay apart.
    g.selectAll(".dot").data(one.rounds.map((round) => round.seconds)).join("circle").attr("class", "dot").attr("r", band > 40 ? 4 : 3)
      .attr("cx", (time) => x(time * scale.factor))
      .attr("cy", (time, round) => ((round * 7) % 11 - 5) * half / 7.5)
      .append("title").text((time, round) => `${one.label}, round ${round + 1}: ${inUnit(time, scale)}`);
  });
}
