
/** The share of requests that were answered within a time: a panel for each mode of a sweep. */
function answers(width) {
  const scale = data.answers;
  const known = (panel) => panel.filter((one) => one.answers.length > 0);
  const shown = panels().map(known).filter((panel) => panel.length);
  const all = known(series).flatMap((one) => one.answers).map((time) => time * scale.factor).filter((time) => time > 0);
  const inner = 200, left = 48, right = 20;
  const [low, high] = d3.extent(all);
  const x = d3.scaleLog([low / 1.05, high * 1.05], [left, width - right]);
  shown.forEach((panel) => {
    const svg = canvas("#answers", width);
    const top = 14 + legend(svg, panel.map(key), 10, width), lower = top + inner;
    const y = d3.scaleLinear([0, 1], [lower, top]);
    svg.append("g").attr("class", "axis").attr("transform", `translate(${left},0)`)
      .call(d3.axisLeft(y).tickValues([0, 0.25, 0.5, 0.75, 1]).tickFormat(d3.format(".0%")).tickSizeOuter(0));
    logAxis(svg, d3.axisBottom, x, 0, lower, 44);
    caption(svg, `answer time [${scale.unit}], steps of equal factors`, width - right, lower + 34, "end");
    panel.forEach((one) => shareOf(svg, one, (time) => x(Math.max(low, time * scale.factor)), y, scale));
    ofHeight(svg, lower + 40);
  });
}

/** A step at each time, and marks at three shares, if any request lies beyond. */
function shareOf(parent, one, x, y, scale) {
  const g = parent.append("g").attr("class", `c${one.mode % 4}`).attr("data-series", one.label);
  const last = one.answers.length;
  const points = [[one.answers[0], 0], ...one.answers.map((time, index) => [time, (index + 1) / last])];
  curve(g, style(one), d3.line(([time]) => x(time), ([, share]) => y(share)).curve(d3.curveStepAfter)(points));
  for (const { share, seconds } of one.percentiles.filter(({ beyond }) => beyond >= 1)) {
    mark(g, style(one), x(seconds), y(share)).append("title")
      .text(`${one.label}: ${d3.format(".0%")(share)} of requests within ${inUnit(seconds, scale)}`);
  }
}
