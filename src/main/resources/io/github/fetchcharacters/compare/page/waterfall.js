
/** Rows of a series where there are many of them; all of its attempts are in the table. */
const FEW = { first: 8, last: 2 };

/** The attempts of a typical round of each series, below one another, on one time axis. */
function waterfall(width) {
  const shown = series.map(series.length > 4 ? shortened : (one) => one);
  const longest = d3.max(shown, (one) => d3.max([...one.first, ...one.last], (attempt) => attempt.end));
  shown.forEach((one, index) => attempts(series[index], rows(one), width, longest));
}

function shortened(one) {
  const all = [...one.first, ...one.last];
  const hidden = all.length - FEW.first - FEW.last;
  return hidden <= 0
    ? one
    : { first: all.slice(0, FEW.first), omitted: one.omitted + hidden, last: all.slice(-FEW.last) };
}

function rows(one) {
  return [...one.first, ...(one.omitted > 0 ? [{ omitted: one.omitted }] : []), ...one.last];
}

function attempts(one, all, width, longest) {
  const scale = data.times;
  const line = 17, top = 44, left = width < 560 ? 104 : 210, right = 24;
  const svg = canvas("#waterfall", width);
  ofHeight(svg, top + all.length * line + 14);
  const x = d3.scaleLinear([0, longest * scale.factor || 1], [left, width - right]).nice();
  const group = svg.append("g").attr("class", `mode c${one.mode % 4}`).attr("data-series", one.label);
  cut(group, "name", `${one.label}, round ${one.typical}`, 0, 13, width);
  axis(svg, d3.axisTop, x, 0, top - 4, 90);
  caption(svg, `time [${scale.unit}]`, 0, top - 8);
  all.forEach((row, place) => {
    const g = group.append("g").attr("transform", `translate(0,${top + place * line})`);
    if (row.omitted) {
      g.append("text").attr("class", "omitted").attr("y", 12).text(`… ${row.omitted} more`);
    } else {
      bar(g, row, (time) => x(time * scale.factor), left - 10, scale);
    }
  });
}

function bar(g, attempt, x, room, scale) {
  const name = attempt.name ? `${attempt.label} ${attempt.name}` : attempt.label;
  cut(g, "row", name, 0, 12, room);
  if (attempt.start > attempt.waited) {
    g.append("line").attr("class", "pause").attr("y1", 8).attr("y2", 8)
      .attr("x1", x(attempt.waited)).attr("x2", x(attempt.start));
  }
  g.append("rect").attr("class", attempt.good ? "attempt" : "attempt bad").attr("y", 2).attr("height", 12).attr("rx", 1.5)
    .attr("x", x(attempt.start)).attr("width", Math.max(1.5, x(attempt.end) - x(attempt.start)));
  g.append("title").text(
    `${name}, attempt ${attempt.number}: ${attempt.status}, ${inUnit(attempt.end - attempt.start, scale)}`);
}
